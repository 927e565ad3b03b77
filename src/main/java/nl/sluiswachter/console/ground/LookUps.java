package nl.sluiswachter.console.ground;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.party.PartyRoll.Registered;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.Side;
import nl.sluiswachter.report.PartyNames;
import nl.sluiswachter.transferlog.search.Export;
import nl.sluiswachter.transferlog.search.Lookup;
import nl.sluiswachter.transferlog.search.Lookups;
import org.springframework.context.MessageSource;

/** Looks on behalf of the municipality, and writes down which officer did. */
public final class LookUps {

    private final Oin viewer;
    private final Parties parties;
    private final PartyRoll registered;
    private final Lookups lookups;

    LookUps(Oin viewer, Parties parties, PartyRoll registered, Lookups lookups) {
        this.viewer = viewer;
        this.parties = parties;
        this.registered = registered;
        this.lookups = lookups;
    }

    /** The municipality, for which every officer looks. */
    public Oin viewer() {
        return viewer;
    }

    /** As {@link #viewer()}, with what is registered about it: nothing where it exchanges by its departments only. */
    public Party municipality() {
        return parties.find(viewer)
                .orElseGet(() -> new Party(
                        viewer, "", Side.MUNICIPALITY, PartyStatus.ACTIVE, Set.of(), List.of(), Optional.empty()));
    }

    /** What these parties are called, for this reader; in one query. Of others it knows nothing. */
    public PartyNames names(Collection<Oin> oins, MessageSource messages, Locale locale) {
        return names(registered.some(oins), messages, locale);
    }

    /** The same of who was read already. */
    public PartyNames names(List<Registered> read, MessageSource messages, Locale locale) {
        Map<Oin, String> names = read.stream().collect(Collectors.toMap(Registered::oin, Registered::name));
        return new PartyNames(names, messages.getMessage("party.unknown", null, locale))
                .with(viewer, messages.getMessage("party.municipality", null, locale));
    }

    /** What every registered party is called, and the municipality also where it is not registered. */
    public Map<Oin, String> names(MessageSource messages, Locale locale) {
        Map<Oin, String> names = registered.names();
        names.putIfAbsent(viewer, messages.getMessage("party.municipality", null, locale));
        return names;
    }

    /**
     * Writes down who looks, before anything is read; durable when it returns.
     *
     * @param call method and address pattern of the page
     * @param asked by what kinds of things it is looked for, never their values
     */
    public void record(
            Officer officer,
            StatedGround stated,
            String call,
            SortedSet<String> asked,
            SubjectIdentity subject,
            Optional<UUID> transferId) {
        lookups.record(lookup(officer, stated, call, asked, subject, transferId));
    }

    /** The same of each of these transfers, all or none; for a page that tells of some. */
    public void record(Officer officer, StatedGround stated, String call, Collection<UUID> transfers) {
        lookups.record(transfers.stream()
                .map(id -> lookup(officer, stated, call, new TreeSet<>(), SubjectIdentity.UNKNOWN, Optional.of(id)))
                .toList());
    }

    /** Writes down that the officer's look-up went into a file; durable when it returns. */
    public void exported(Officer officer, Export.Form form, long entries) {
        lookups.record(new Export(viewer, Optional.of(officer.id()), form, Optional.of(entries)));
    }

    private Lookup lookup(
            Officer officer,
            StatedGround stated,
            String call,
            SortedSet<String> asked,
            SubjectIdentity subject,
            Optional<UUID> transferId) {
        return new Lookup(
                viewer,
                Optional.of(officer.id()),
                stated.ground(),
                Optional.of(stated.reference()),
                call,
                asked,
                subject,
                transferId);
    }
}
