package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing that somebody typed is lost because they had to sign in first. */
class KeptFormTest {

    private static final String TEXT = "</textarea><script>alert(1)</script> \"'& \u202e \ud83d\ude00 =1+1";
    private static final String SHOWN =
            "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#39;&amp; \u202e \ud83d\ude00 =1+1";
    private static final String NOTICE = "staat er weer";

    private final Browser browser = Browser.opened().as("operator");
    private FreshPage page;

    @BeforeEach
    void open() throws Exception {
        Tables.asOwner().sql("delete from console_kept_form").update();
        page = FreshPage.open();
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void bringsBackWhatWasSentAfterTheSessionEnded() {
        Sessions.ended(browser, Duration.ofMinutes(1));

        HttpResponse<String> turnedAway = page.send(browser, TEXT);
        browser.as("operator", FreshPage.FORM);
        String back = browser.get(FreshPage.FORM).body();

        assertThat(turnedAway.statusCode()).isEqualTo(303);
        assertThat(turnedAway.headers().firstValue("Location"))
                .contains("/console/sign-in?to=%2Fconsole%2Frules%2Fform-of-a-test");
        assertThat(page.taken()).isEmpty();
        assertThat(back)
                .contains(NOTICE)
                .contains("value=\"" + SHOWN + "\"")
                .contains("\n" + SHOWN + "</textarea>")
                .contains("<option value=\"b\" selected=\"selected\">")
                .doesNotContain("<option value=\"a\" selected")
                .contains("name=\"tick\" value=\"yes\" checked=\"checked\"")
                .doesNotContain("name=\"other\" value=\"yes\" checked")
                .contains("value=\"of another\"")
                .doesNotContain("as it was");
    }

    @Test
    void showsItNoMoreOnceItWasSent() {
        Sessions.ended(browser, Duration.ofMinutes(1));
        page.send(browser, TEXT);
        browser.as("operator", FreshPage.FORM);

        page.send(browser, TEXT);

        assertThat(page.taken()).containsExactly(TEXT);
        assertThat(browser.get(FreshPage.FORM).body()).doesNotContain(NOTICE).contains("as it was");
    }

    @Test
    void keepsNoMoreThanThereIsRoomFor() {
        Tables.asOwner()
                .sql(
                        """
                        insert into console_kept_form (key_hash, expires, wrapped_key, content)
                        select sha256(convert_to('full ' || n, 'UTF8')), now() + interval '1 hour', ''::bytea, ''::bytea
                          from generate_series(1, 1000) n
                        """)
                .update();
        try {
            Sessions.ended(browser, Duration.ofMinutes(1));
            assertThat(page.send(browser, TEXT).statusCode()).isEqualTo(303);
            browser.as("operator", FreshPage.FORM);

            assertThat(browser.get(FreshPage.FORM).body()).doesNotContain(NOTICE);
        } finally {
            Tables.asOwner().sql("delete from console_kept_form").update();
        }
    }

    @Test
    void bringsItBackToItsSenderOnly() {
        Sessions.ended(browser, Duration.ofMinutes(1));
        page.send(browser, TEXT);

        browser.as("policy-editor", FreshPage.FORM);

        assertThat(browser.get(FreshPage.FORM).body()).doesNotContain(NOTICE).contains("as it was");
    }

    /** A number of a person among them: what a machine shows must not depend on what was typed at another. */
    @Test
    void showsWhatWasNotTakenInItsOwnSessionOnlyAndForgetsItAtTheEnd() {
        Browser one = searching();
        Browser other = searching();
        String kept = "/console/transfers?kept=";
        Map<String, String> wrong =
                Map.of("kind", "DECISION", "bsn", Messages.ANNA, "from", "2199-01-01", "until", "2026-01-01");
        assertThat(sent(one, wrong).statusCode()).isEqualTo(200);
        assertThat(forms()).isOne();

        assertThat(one.get(kept).body()).contains("value=\"" + Messages.ANNA + "\"");
        assertThat(other.get(kept).body()).doesNotContain(Messages.ANNA);
        Map<String, String> own = Map.of("kind", "DECISION", "bsn", "12", "caseReference", "Z-OTHER");
        assertThat(sent(other, own).statusCode()).isEqualTo(200);
        assertThat(other.get(kept).body()).contains("Z-OTHER").doesNotContain(Messages.ANNA);
        assertThat(one.get(kept).body()).contains(Messages.ANNA).doesNotContain("Z-OTHER");
        assertThat(forms()).isEqualTo(2);

        one.post("/console/sign-out", Map.of("_csrf", Browser.token(one.get("/console/transfers"))));

        assertThat(forms()).isOne();
        assertThat(searching().get(kept).body()).doesNotContain(Messages.ANNA, "Z-OTHER");
        other.post("/console/sign-out", Map.of("_csrf", Browser.token(other.get("/console/transfers"))));
        assertThat(forms()).isZero();
    }

    /** Both begin in a session that never kept one. */
    @Test
    void bringsBackAndForgetsEachOfTwoFormsThatWereSentAtOnce() {
        Browser one = searching();
        String token = Browser.token(one.get("/console/transfers"));
        Map<String, String> search = Map.of(
                "_csrf", token, "kind", "DECISION", "bsn", Messages.ANNA, "from", "2199-01-01", "until", "2026-01-01");
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        whileNoFormIsKept(() -> {
            sent.add(CompletableFuture.supplyAsync(() -> one.post("/console/transfers", search)));
            sent.add(CompletableFuture.supplyAsync(
                    () -> one.post("/console/consent", Map.of("_csrf", token, "bsn", "123 <4>"))));
        });
        assertThat(sent)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));

        assertThat(one.get("/console/transfers?kept").body()).contains("value=\"" + Messages.ANNA + "\"");
        assertThat(one.get("/console/consent?kept").body()).contains("value=\"123 &lt;4&gt;\"");
        one.post("/console/sign-out", Map.of("_csrf", token));
        assertThat(forms()).isZero();
    }

    @Test
    void forgetsAtTheEndOfASessionHoweverManyFormsItKept() {
        Browser one = searching();
        String token = Browser.token(one.get("/console/transfers"));
        for (int i = 0; i < 22; i++) {
            String page = "/console/review/"
                    + Client.of("wmo-aanbieder").transfer(Messages.alert()).transferId();
            assertThat(one.post(page, Map.of("_csrf", token)).statusCode()).isEqualTo(200);
        }
        assertThat(forms()).isEqualTo(22);

        one.post("/console/sign-out", Map.of("_csrf", token));

        assertThat(forms()).isZero();
    }

    /** Until as many statements wait as things were begun. */
    private static void whileNoFormIsKept(Runnable work) {
        JdbcTransactionManager transactions =
                new JdbcTransactionManager(RunningGateway.shared().database().asOwner());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            JdbcClient jdbc = JdbcClient.create(transactions.getDataSource());
            jdbc.sql("lock table console_kept_form").update();
            work.run();
            Awaitility.await().until(() -> Tables.asSuperuser()
                    .sql(
                            "select count(*) = 2 from pg_locks where not granted and relation = 'console_kept_form'::regclass")
                    .query(Boolean.class)
                    .single());
        });
    }

    private static Browser searching() {
        return Browser.opened().as("privacy-officer").stating("AUDIT", "DOSSIER-7");
    }

    private static HttpResponse<String> sent(Browser browser, Map<String, String> search) {
        Map<String, String> form = new HashMap<>(search);
        form.put("_csrf", Browser.token(browser.get("/console/transfers")));
        return browser.post("/console/transfers", form);
    }

    private static int forms() {
        return Tables.asOwner()
                .sql("select count(*) from console_kept_form")
                .query(Integer.class)
                .single();
    }

    @Test
    void asksOnceMoreWhoSomebodyIsAndKeepsWhatTheySent() {
        Sessions.signedInLongAgo(browser, Duration.ofMinutes(6));

        HttpResponse<String> turnedAway = page.send(browser, TEXT);
        String address = turnedAway.headers().firstValue("Location").orElseThrow();
        String asked = browser.get(address).body();
        String other = browser.as("privacy-officer", FreshPage.FORM, "again")
                .get("/console/rules")
                .body();
        browser.as("operator", FreshPage.FORM, "again");

        assertThat(address).endsWith("&again");
        assertThat(asked)
                .contains("nog een keer inloggen", "value=\"operator\"")
                .doesNotContain("value=\"privacy-officer\"");
        assertThat(other).contains("Technisch beheerder");
        assertThat(page.taken()).isEmpty();
        assertThat(browser.get(FreshPage.FORM).body()).contains(NOTICE, SHOWN);
        page.send(browser, TEXT);
        assertThat(page.taken()).containsExactly(TEXT);
    }

    @Test
    void takesAFormAtOnceOfSomebodyWhoSignedInShortAgo() {
        Sessions.signedInLongAgo(browser, Duration.ofMinutes(4));

        page.send(browser, TEXT);

        assertThat(page.taken()).containsExactly(TEXT);
    }

    @Test
    void keepsItSealedAndNotForever() {
        Sessions.ended(browser, Duration.ofMinutes(1));
        page.send(browser, "onleesbaar");
        boolean readable = Tables.asOwner()
                .sql("select bool_or(position('onleesbaar'::bytea in content) > 0) from console_kept_form")
                .query(Boolean.class)
                .single();
        Tables.asOwner()
                .sql("update console_kept_form set expires = now() - interval '1 second'")
                .update();
        browser.as("operator", FreshPage.FORM);

        assertThat(readable).isFalse();
        assertThat(browser.get(FreshPage.FORM).body()).doesNotContain(NOTICE);
    }

    @Test
    void keepsNothingOfAStrangerNorOfASessionThatEndedLongAgoOrOnPurpose() {
        int before = Tables.count("console_kept_form");
        page.send(Browser.opened(), TEXT);
        Sessions.ended(browser, Duration.ofMinutes(61));
        page.send(browser, TEXT);
        Browser gone = Browser.opened().as("operator");
        gone.post("/console/sign-out", Map.of("_csrf", gone.formToken()));
        page.send(gone, TEXT);

        assertThat(Tables.count("console_kept_form")).isEqualTo(before);
        assertThat(page.taken()).isEmpty();
    }

    @Test
    void takesAFormThatWasNotTakenAlongIntoTheOtherLanguageUntilItIs() {
        Browser officer = Browser.opened().as("privacy-officer").stating("AUDIT", "DOSSIER-7");
        String form = "/console/consent";
        String token = officer.formToken();
        String link = form + "?kept&lang=en";
        String wrong =
                officer.post(form, Map.of("_csrf", token, "bsn", "123 <4>")).body();
        String english = officer.get(link).body();
        String another = Browser.inEnglish()
                .as("policy-editor")
                .stating("AUDIT", "DOSSIER-7")
                .get(link)
                .body();
        HttpResponse<String> taken = officer.post(form, Map.of("_csrf", token, "bsn", Messages.ANNA));

        assertThat(wrong).contains("id=\"bsn-error\"", "href=\"" + link.replace("&", "&amp;") + "\"");
        assertThat(List.of(wrong, english)).allSatisfy(page -> assertThat(page).containsOnlyOnce("123 &lt;4&gt;"));
        assertThat(english).contains("What you had filled in is here again", "value=\"123 &lt;4&gt;\"");
        assertThat(another).doesNotContain("123 &lt;4&gt;");
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(officer.get(link).body()).doesNotContain("What you had filled in", "123 &lt;4&gt;");
    }

    @Test
    void takesAlongWhereTheFormLeadsTo() {
        Browser officer = Browser.opened().as("privacy-officer");
        officer.post("/console/ground", Map.of("_csrf", officer.formToken(), "to", "/console/log"));

        assertThat(officer.get("/console/ground?kept&lang=en").body()).contains("name=\"to\" value=\"/console/log\"");
    }

    @Test
    void keepsNothingThatIsTooLongButAllThatAFormMayBe() {
        Sessions.ended(browser, Duration.ofMinutes(1));
        page.send(browser, "é<".repeat(32_768)); // 64 Ki characters
        int kept = Tables.count("console_kept_form");
        browser.as("operator", FreshPage.FORM);
        assertThat(browser.get(FreshPage.FORM).body()).contains("é&lt;".repeat(32_768));
        page.send(browser, "taken");

        Sessions.ended(browser, Duration.ofMinutes(1));
        page.send(browser, "é".repeat(150_000));

        assertThat(Tables.count("console_kept_form")).isEqualTo(kept - 1);
    }

    @Test
    void keepsNothingThatIsNotFromHere() {
        Sessions.ended(browser, Duration.ofMinutes(1));
        int before = Tables.count("console_kept_form");

        HttpResponse<String> answer = browser.post(FreshPage.FORM, Map.of("text", TEXT));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Tables.count("console_kept_form")).isEqualTo(before);
    }

    @Test
    void sendsAPartOfAPageToTheSignInAsAWhole() {
        Sessions.ended(browser, Duration.ofMinutes(1));

        HttpResponse<String> answer = browser.send(
                browser.request("/console/rules").header("HX-Request", "true").GET());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/console/sign-in?to=%2Fconsole%2Frules");
    }
}
