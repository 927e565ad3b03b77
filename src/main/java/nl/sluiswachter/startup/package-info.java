/**
 * What must hold before the gateway opens its doors: every required setting given, a database that keeps what it
 * promised, the parties of the operator's file registered, and one sentence for whoever starts it when something is wrong. Knows Spring Boot; knows nothing of a transfer.
 */
package nl.sluiswachter.startup;
