package nl.sluiswachter.console.consent;

import java.util.List;
import java.util.UUID;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.person.PersonForm;

/** What the pages of consent show: ready words; empty text where there is nothing. */
final class ConsentView {

    private ConsentView() {}

    /**
     * The form.
     *
     * @param stated whether the officer said why
     * @param expired whether an earlier question was forgotten
     */
    record Ask(PersonForm person, boolean stated, boolean expired, FormErrors errors) {}

    /** The consents of a person, the newest first. */
    record Found(UUID ask, List<Sheet> consents) {

        Found {
            consents = List.copyOf(consents);
        }
    }

    /**
     * One consent on its own.
     *
     * @param notice who was there first; null for nobody
     * @param besides what stays given although the person took this one back, for the same or for a part of it
     * @param stopped messages that its end stopped, as far as the officer may see them
     * @param most of these at most
     */
    record One(UUID ask, Sheet consent, Notice notice, List<Sheet> besides, List<Stopped> stopped, int most) {

        One {
            besides = List.copyOf(besides);
            stopped = List.copyOf(stopped);
        }
    }

    /**
     * A message that did not go any more.
     *
     * @param address where it is read
     */
    record Stopped(String address, String title, String at) {}

    /** Somebody who wanted to take a consent back is told that it had ended already. */
    record Notice(String state, String at, String party, String officer) {}

    /**
     * The second click of a withdrawal.
     *
     * @param besides what stays given, for the same or for a part of it
     */
    record Withdraw(UUID ask, Sheet consent, List<Sheet> besides, String by, String evidence, FormErrors errors) {

        Withdraw {
            besides = List.copyOf(besides);
        }
    }

    /** A paper for the person. */
    record Paper(UUID ask, Sheet consent, String receipt, String today) {}

    /**
     * How long it holds.
     *
     * @param words end of the key of its words
     * @param end its last day, or the moment it ends; empty for none
     */
    record Until(String words, String end) {
        static final Until WITHDRAWN = new Until("none", "");
    }

    /**
     * A consent.
     *
     * @param state its code
     * @param since when that state began
     * @param answerBy until when the person can answer; empty where nobody has to any more
     * @param kind its code
     * @param tasks what it is for
     * @param along what goes with the data and is not named
     * @param givenBy code of the relation
     * @param unconfirmed points of the checklist of freedom that were not confirmed
     */
    record Sheet(
            UUID id,
            String state,
            String since,
            String answerBy,
            String kind,
            List<String> tasks,
            List<String> exchanges,
            String sender,
            List<String> receivers,
            List<String> data,
            List<String> along,
            Until until,
            String givenBy,
            String mandate,
            String givenAt,
            List<String> unconfirmed,
            Shown shown,
            List<Event> events) {

        Sheet {
            tasks = List.copyOf(tasks);
            exchanges = List.copyOf(exchanges);
            receivers = List.copyOf(receivers);
            data = List.copyOf(data);
            along = List.copyOf(along);
            unconfirmed = List.copyOf(unconfirmed);
            events = List.copyOf(events);
        }

        /** Whether the person is still to answer. */
        public boolean isToBeAsked() {
            return state.equals("REQUESTED");
        }

        /** Whether it can be taken back. */
        public boolean isInForce() {
            return state.equals("GIVEN");
        }
    }

    /** How the person was asked; channel is a code. */
    record Shown(String form, String language, String channel) {}

    /**
     * A step in the life of a consent.
     *
     * @param state and {@code person}, {@code reason}: codes
     * @param stopped messages that it stopped; null where none could be
     */
    record Event(
            String state,
            String at,
            String party,
            String officer,
            String person,
            String reason,
            String evidence,
            Shown shown,
            Integer stopped,
            String within) {}
}
