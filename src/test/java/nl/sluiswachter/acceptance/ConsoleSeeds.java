package nl.sluiswachter.acceptance;

/**
 * What the pages of the console have to show in pictures and walks: exchanges of every outcome. Sown by each class that looks at
 * them, since others forget the registers.
 */
final class ConsoleSeeds {

    private ConsoleSeeds() {}

    static void sow() {
        Tables.forgetRegisters();
        Client municipality = Client.of("gemeente-wmo");
        municipality.transfer(Messages.allocation()); // refused: nobody is committed
        Registers.commitment(Messages.ANNA);
        municipality.transfer(Messages.allocation().text("/caseReference", "Z-VOORBEELD"));
        municipality.transfer(Messages.referral()); // refused: no consent
        Client.of("huisarts").transfer(Messages.report());
        Client.of("wmo-aanbieder").transfer(Messages.alert()); // to be reviewed: vital interest
        Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", "identity", "support"));
    }
}
