package nl.sluiswachter.consent;

/** A party has {@link ConsentRegister#MOST_OPEN} consents of this person open and cannot register another one. */
public class TooManyConsents extends RuntimeException {

    TooManyConsents() {
        super("At most " + ConsentRegister.MOST_OPEN + " consents of one person at a time");
    }
}
