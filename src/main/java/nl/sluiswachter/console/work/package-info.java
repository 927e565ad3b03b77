/**
 * Long work in the background: it can be left and found again, on any node. {@link nl.sluiswachter.console.work.Works#show} starts
 * it and says where the officer goes on.
 */
package nl.sluiswachter.console.work;
