/**
 * Brings permitted messages to their receiver: outbox, inbox, push, acknowledgement and the end of a message's life.
 * Guarantees at-least-once hand-over under one id, that the log entry is durable before a message is handed out from
 * the inbox, and that the encrypted payload is gone once a message is settled. Knows nothing of the law: what it gets
 * has been permitted.
 */
package nl.sluiswachter.delivery;
