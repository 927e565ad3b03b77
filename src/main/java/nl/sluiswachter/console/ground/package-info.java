/** On which ground an officer looks people and transfers up: stated once in a session, and part of every look-up in the log. */
package nl.sluiswachter.console.ground;
