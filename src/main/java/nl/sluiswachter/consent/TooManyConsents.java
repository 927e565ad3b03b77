package nl.sluiswachter.consent;

/** A party has {@link ConsentRegister#MOST_GIVEN} consents of this person in force and cannot register another one. */
public class TooManyConsents extends RuntimeException {

    TooManyConsents() {
        super("At most " + ConsentRegister.MOST_GIVEN + " consents of one person at a time");
    }
}
