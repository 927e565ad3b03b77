package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.console.session.SealedSessions;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Keeps who is signed in in the session, as texts: nothing of a provider, no object to be made from bytes. However much it is used,
 * it ends: whoever lost a role at the provider has it no longer than that, and so has who prolongs the row in the database.
 */
final class OfficerInSession implements SecurityContextRepository {

    static final String ATTRIBUTE = SealedSessions.OFFICER;

    /** How long a sign-in lasts at most: a day at work. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String BEGUN = "begun";

    private final ProviderOfficers provider;
    private final SealedSessions sessions;
    private final OfficerNames names;
    private final Clock clock;

    OfficerInSession(ProviderOfficers provider, SealedSessions sessions, OfficerNames names, Clock clock) {
        this.provider = provider;
        this.sessions = sessions;
        this.names = names;
        this.clock = clock;
    }

    /** Once per request; whoever asks twice gets the same. */
    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> context(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest()).orElseGet(SecurityContextHolder::createEmptyContext);
    }

    /** Somebody signed in, whichever way. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Optional<Officer> officer = provider.of(context.getAuthentication());
        if (officer.isPresent()) {
            String id = officer.get().id();
            HttpSession session = Optional.ofNullable(request.getSession(false)).orElseGet(() -> begun(request, id));
            clearOfAnother(session, id);
            KeptForms.begin(session);
            session.setAttribute(ATTRIBUTE, texts(officer.get(), clock.instant()));
            names.remember(officer.get());
        } else {
            Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.removeAttribute(ATTRIBUTE));
        }
    }

    /**
     * A new one. Whoever was away so long that theirs ended finds in it what they looked for, why, and for whom: without that the
     * address that they come back to is about nothing.
     */
    private HttpSession begun(HttpServletRequest request, String id) {
        HttpSession session = request.getSession(true);
        Optional.ofNullable(request.getRequestedSessionId())
                .flatMap(ended -> sessions.over(ended, SealedSessions.REMEMBERED))
                .filter(before -> idIn(before).filter(id::equals).isPresent())
                .ifPresent(before -> before.forEach(session::setAttribute));
        return session;
    }

    /** Nothing of one officer's session becomes another's. */
    private static void clearOfAnother(HttpSession session, String id) {
        if (session.getAttribute(ATTRIBUTE) instanceof Map<?, ?> before && !id.equals(before.get("id"))) {
            Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
        }
    }

    /** Who had a session with these attributes. */
    static Optional<String> idIn(Map<String, Object> attributes) {
        return attributes.get(ATTRIBUTE) instanceof Map<?, ?> texts
                ? Optional.of((String) texts.get("id"))
                : Optional.empty();
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return context(request).isPresent();
    }

    private Optional<SecurityContext> context(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(ATTRIBUTE) instanceof Map<?, ?> texts && isOfToday(texts)) {
            Officer officer = officer(texts);
            OfficerAuthentication.found(officer, request);
            Authentication signedIn = new OfficerAuthentication(officer);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(signedIn);
            return Optional.of(context);
        }
        return Optional.empty();
    }

    private boolean isOfToday(Map<?, ?> texts) {
        return Instant.parse((String) texts.get(BEGUN)).plus(LONGEST).isAfter(clock.instant());
    }

    private static Map<String, String> texts(Officer officer, Instant begun) {
        Map<String, String> texts = new TreeMap<>();
        texts.put(BEGUN, begun.toString());
        texts.put("id", officer.id());
        texts.put("name", officer.name());
        texts.put("roles", officer.roles().stream().map(Role::claim).sorted().collect(Collectors.joining(" ")));
        texts.put("signedInAt", officer.signedInAt().toString());
        return texts;
    }

    private static Officer officer(Map<?, ?> texts) {
        return new Officer(
                (String) texts.get("id"),
                (String) texts.get("name"),
                Arrays.stream(((String) texts.get("roles")).split(" "))
                        .flatMap(claim -> Role.of(claim).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Instant.parse((String) texts.get("signedInAt")));
    }

    /** Looks into the session when it is asked for, and not before. */
    private static final class Deferred implements DeferredSecurityContext {

        private final Supplier<Optional<SecurityContext>> source;
        private SecurityContext context;
        private boolean generated;

        private Deferred(Supplier<Optional<SecurityContext>> source) {
            this.source = source;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                Optional<SecurityContext> found = source.get();
                generated = found.isEmpty();
                context = found.orElseGet(SecurityContextHolder::createEmptyContext);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
