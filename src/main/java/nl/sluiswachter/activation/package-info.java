/**
 * How another version of the catalogue becomes the law in force: loaded, rehearsed against recorded decisions, approved by
 * two officers, activated. The command line and the console stand on {@link nl.sluiswachter.activation.Activation}.
 */
package nl.sluiswachter.activation;
