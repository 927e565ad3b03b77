/** How the log stands: its head, who vouches for it, and whether it still is what it was; verified on the spot. */
package nl.sluiswachter.console.logpage;
