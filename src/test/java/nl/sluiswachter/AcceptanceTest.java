package nl.sluiswachter;

import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * All tests of the running gateway, as one: they share it, and the last of them looks at everything it said to the others. Whoever
 * runs the tests in several processes gives this to one of them.
 */
@Suite
@SelectPackages("nl.sluiswachter.acceptance")
class AcceptanceTest {}
