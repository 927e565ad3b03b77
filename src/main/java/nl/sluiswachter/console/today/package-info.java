/** What needs a person now, the worst first. */
package nl.sluiswachter.console.today;
