package nl.sluiswachter.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import nl.sluiswachter.api.Failures;
import nl.sluiswachter.api.ProblemException;
import nl.sluiswachter.console.signin.ConsolePolicy;
import nl.sluiswachter.security.FailureFilter;
import nl.sluiswachter.transferlog.LogBusy;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.LogUnavailable;
import nl.sluiswachter.transferlog.search.SearchBusy;
import nl.sluiswachter.transferlog.search.SearchTooWide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Catches everything behind it and shows a page instead. A failure is logged by its classes only: messages of exceptions repeat
 * what was in the request.
 */
final class CalmFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(CalmFilter.class);

    private final CalmPage page;
    private final Consumer<LogDamaged> alarm;

    /** @param alarm raises the alarm about an entry that was damaged */
    CalmFilter(CalmPage page, Consumer<LogDamaged> alarm) {
        this.page = page;
        this.alarm = alarm;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        ConsolePolicy.set(response);
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (FailureFilter.hungUp(e)) {
                LOG.info("A reader hung up before the page was there.");
                return;
            }
            Calamity calamity = calamity(e);
            if (calamity.ours()) {
                LOG.error("A page of the console failed: {}", FailureFilter.description(e));
            }
            damage(e).ifPresent(alarm);
            page.show(request, response, calamity);
        }
    }

    private static Optional<LogDamaged> damage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LogDamaged damaged) {
                return Optional.of(damaged);
            }
        }
        return Optional.empty();
    }

    /**
     * What the page says.
     *
     * @param words key of its words
     * @param ours whether the reader can do nothing about it
     */
    record Calamity(int status, String words, boolean ours) {}

    private static Calamity calamity(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return of(problem.problem().status(), problem.problem().code());
            }
            if (cause instanceof LogDamaged) {
                return new Calamity(500, "damaged", true);
            }
            if (cause instanceof TypeMismatchException) { // a number in an address that is none
                return of(400, "");
            }
            if (cause instanceof ErrorResponse answer) {
                return of(answer.getStatusCode().value(), "");
            }
            if (cause instanceof SearchTooWide) {
                return new Calamity(400, "wide", false);
            }
            if (cause instanceof SearchBusy) {
                return new Calamity(503, "busy", true);
            }
            if (Failures.isOutage(cause) || cause instanceof LogUnavailable || cause instanceof LogBusy) {
                return new Calamity(503, "database", true);
            }
        }
        return new Calamity(500, "fault", true);
    }

    private static Calamity of(int status, String code) {
        return switch (status) {
            case 403 -> new Calamity(status, code.equals("FORM_EXPIRED") ? "form" : "forbidden", false);
            case 404 -> new Calamity(status, "not-found", false);
            case 503 -> new Calamity(status, code.equals("PROVIDER_DOWN") ? "provider" : "busy", true);
            default -> status < 500 ? new Calamity(status, "request", false) : new Calamity(status, "fault", true);
        };
    }
}
