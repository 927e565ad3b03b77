/**
 * Loads the route files and judges them before the first message: the middle of the path comes from the jar and cannot be
 * replaced, and no file may do what only code may do. It must not know what a message holds.
 */
package nl.sluiswachter.routes;
