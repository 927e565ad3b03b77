/**
 * What an operator's probes see on the management port: whether this node can serve, never anything about a message.
 * Liveness rests on the process alone, because a restart repairs neither a database nor a certificate.
 */
package nl.sluiswachter.health;
