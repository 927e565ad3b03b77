/**
 * The command line in the jar: what an operator and an officer do at a terminal. Says what was done, or in one sentence why
 * it was not. Holds no rule: each command is a call of {@link nl.sluiswachter.activation.Activation}.
 */
package nl.sluiswachter.command;
