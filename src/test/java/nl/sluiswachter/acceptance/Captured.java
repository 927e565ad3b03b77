package nl.sluiswachter.acceptance;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that the gateways of this process said: answers and log lines. Inbox messages are left out by callers. */
final class Captured {

    static final List<String> ANSWERS = new CopyOnWriteArrayList<>();
    static final List<String> LINES = new CopyOnWriteArrayList<>();

    private static final Appender APPENDER = new Appender();

    private Captured() {}

    /** Listens to all loggers; again after another application in this process set up logging anew. */
    static void listen() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (!root.isAttached(APPENDER) || !APPENDER.isStarted()) {
            APPENDER.setContext(context);
            APPENDER.start();
            root.addAppender(APPENDER);
        }
    }

    private static final class Appender extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            StringBuilder line = new StringBuilder(event.getLoggerName())
                    .append(' ')
                    .append(event.getFormattedMessage())
                    .append(event.getMDCPropertyMap());
            for (IThrowableProxy t = event.getThrowableProxy(); t != null; t = t.getCause()) {
                line.append('\n').append(t.getClassName()).append(t.getMessage());
            }
            LINES.add(line.toString());
        }
    }
}
