/** Figures: how much was exchanged and refused, how soon it was answered; and the register of processing. */
package nl.sluiswachter.console.figures;
