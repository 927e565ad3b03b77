/** What every form of the console has: what is wrong stands beside the field, and the rest is kept. */
package nl.sluiswachter.console.form;
