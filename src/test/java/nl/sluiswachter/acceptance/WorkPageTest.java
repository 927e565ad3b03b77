package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.work.Steps;
import nl.sluiswachter.console.work.TooManyFiles;
import nl.sluiswachter.console.work.TooMuchWork;
import nl.sluiswachter.console.work.WorkKind;
import nl.sluiswachter.console.work.WorkOutcome;
import nl.sluiswachter.console.work.WorkResult;
import nl.sluiswachter.console.work.Works;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long work: it goes on while nobody looks, and is found again. */
class WorkPageTest {

    private static final Officer OFFICER = officer(Role.PRIVACY_OFFICER);

    /** More than two pieces. */
    private static final String LARGE = "a;b\n".repeat(600_000);

    private final Works works = RunningGateway.shared().bean(Works.class);
    private final CountDownLatch end = new CountDownLatch(1);

    private static Officer officer(Role role) {
        return new Officer("demo-" + role.claim(), "Iemand", Set.of(role), Instant.EPOCH);
    }

    /** What others began is over. */
    @BeforeEach
    void clear() {
        Tables.awaitWork();
        Tables.asOwner().sql("delete from console_work").update();
    }

    @AfterEach
    void letGo() {
        end.countDown();
        clear();
    }

    private WorkResult halfway(Steps steps) throws InterruptedException, IOException {
        steps.total(200);
        do {
            steps.done(50);
        } while (!end.await(20, TimeUnit.MILLISECONDS));
        steps.done(200);
        return WorkResult.of(WorkOutcome.READY, List.of("Done <b>so</b>."))
                .with(steps.file(
                        "outcome.csv", "text/csv", file -> file.write(LARGE.getBytes(StandardCharsets.UTF_8))));
    }

    private static String page(UUID id) {
        return "/console/work/" + id;
    }

    private static HttpResponse<String> whenIt(Browser browser, String path, String says) {
        return Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> browser.get(path), answer -> answer.body()
                .contains(says));
    }

    @Test
    void findsProgressAgainAfterSigningInAnew() {
        UUID id = works.start(OFFICER, WorkKind.VERIFICATION, this::halfway);
        whenIt(Browser.opened().as("privacy-officer"), page(id), "50 van 200 aantekeningen (25%)");

        Browser later = Browser.opened().as("privacy-officer");
        assertThat(later.get("/console/work").body()).contains(page(id), "Bezig (25%)");
        end.countDown();
        HttpResponse<String> answer = whenIt(later, page(id), "Het is klaar");

        assertThat(answer.body())
                .contains("Done &lt;b&gt;so&lt;/b&gt;.", "Download outcome.csv")
                .doesNotContain("http-equiv");
        assertThat(later.get(page(id) + "/file").body()).isEqualTo(LARGE);
        assertThat(later.get("/console/work").body()).contains(">Klaar").doesNotContain("Klaar: Het is klaar");
    }

    @Test
    void followsProgressWithAScriptAndWithout() {
        UUID id = works.start(OFFICER, WorkKind.VERIFICATION, this::halfway);
        Browser browser = Browser.opened().as("privacy-officer");

        assertThat(browser.get(page(id)).body())
                .contains("<noscript><meta http-equiv=\"refresh\"", "hx-get=\"" + page(id) + "/progress\"");
        assertThat(whenIt(browser, page(id) + "/progress", "<progress").body()).doesNotContain("<html");
    }

    @Test
    void keepsNoSessionAliveByWatching() {
        UUID id = works.start(OFFICER, WorkKind.VERIFICATION, this::halfway);
        Browser browser = Browser.opened().as("privacy-officer");
        String page = browser.get(page(id)).body();
        Sessions.usedLast(browser, Duration.ofMinutes(5));
        Instant used = Sessions.lastUse(browser);

        assertThat(page).contains("content=\"3;url=" + page(id) + "?refreshed\"");
        assertThat(browser.get(page(id) + "/progress").statusCode()).isEqualTo(200);
        assertThat(browser.get(page(id) + "?refreshed").statusCode()).isEqualTo(200);
        assertThat(Sessions.lastUse(browser)).isEqualTo(used);

        browser.get(page(id));
        assertThat(Sessions.lastUse(browser)).isAfter(used);
    }

    @Test
    void leadsBackToThePageAndNotToAPartOfItAfterSigningIn() {
        UUID id = works.start(OFFICER, WorkKind.VERIFICATION, this::halfway);
        Browser browser = Browser.opened().as("privacy-officer");
        Sessions.ended(browser, Duration.ofSeconds(1));

        HttpResponse<String> answer = browser.send(browser.request(page(id) + "/progress")
                .header("HX-Request", "true")
                .header("Referer", browser.request(page(id)).build().uri().toString())
                .GET());

        assertThat(answer.headers().firstValue("HX-Redirect"))
                .contains("/console/sign-in?to=%2Fconsole%2Fwork%2F" + id);
    }

    @Test
    void stopsWhatIsCancelled() {
        UUID id = works.start(OFFICER, WorkKind.VERIFICATION, this::halfway);
        Browser browser = Browser.opened().as("privacy-officer");
        String token = Browser.token(whenIt(browser, page(id), "50 van 200"));
        browser.post(page(id) + "/cancel", Map.of("_csrf", token));

        assertThat(whenIt(browser, page(id), "Gestopt").body()).doesNotContain("Het is klaar");
    }

    @Test
    void showsNobodyTheWorkOfAnother() {
        UUID id = works.start(OFFICER, WorkKind.VERIFICATION, this::halfway);
        Browser other = Browser.opened().as("operator");

        HttpResponse<String> answer = other.get(page(id));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(other.get(page(new UUID(0, 0))).body())
                .isEqualTo(other.get("/console/work/nonsense").body());
        assertThat(other.get("/console/work").body()).doesNotContain(id.toString());
        assertThat(other.get(page(id) + "/file").statusCode()).isEqualTo(404);
    }

    @Test
    void showsWhatCameOfItToNobodyWhoLostTheRole() {
        UUID id = works.start(OFFICER, WorkKind.REPORT, this::halfway);
        end.countDown();
        Browser browser = Browser.opened().as("privacy-officer");
        whenIt(browser, page(id), "Het is klaar");

        Sessions.withRoles(browser, "operator");

        assertThat(browser.get(page(id)).statusCode()).isEqualTo(404);
        assertThat(browser.get(page(id) + "/progress").statusCode()).isEqualTo(404);
        assertThat(browser.get(page(id) + "/file").statusCode()).isEqualTo(404);
        assertThat(browser.get("/console/work").body()).doesNotContain(id.toString());
    }

    @Test
    void saysThatWorkWasBrokenOffWhenItsNodeIsSilent() {
        UUID id = UUID.randomUUID();
        Tables.asOwner()
                .sql(
                        "insert into console_work (work_id, officer_hash, kind, heard)"
                                + " select ?, officer_hash, kind, now() - interval '31 seconds' from console_work where work_id = ?")
                .params(id, works.start(OFFICER, WorkKind.VERIFICATION, this::halfway))
                .update();
        end.countDown();

        assertThat(Browser.opened().as("privacy-officer").get(page(id)).body()).contains("Afgebroken");
        Tables.asOwner()
                .sql("delete from console_work where work_id = ?")
                .param(id)
                .update();
    }

    @Test
    void takesNoFourthWorkOfOneOfficer() {
        for (int i = 0; i < 3; i++) {
            works.start(OFFICER, WorkKind.VERIFICATION, this::halfway);
        }

        assertThatThrownBy(() -> works.start(OFFICER, WorkKind.VERIFICATION, this::halfway))
                .isInstanceOf(TooMuchWork.class);
        assertThat(works.show(OFFICER, WorkKind.VERIFICATION, this::halfway)).isEqualTo("redirect:/console/work?full");
        assertThat(works.start(officer(Role.OPERATOR), WorkKind.VERIFICATION, this::halfway))
                .isNotNull();
    }

    @Test
    void exportsKeepOnlyEachOtherWaiting() {
        AtomicInteger begun = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            works.start(OFFICER, WorkKind.EXPORT, steps -> {
                begun.incrementAndGet();
                return halfway(steps);
            });
        }
        Officer operator = officer(Role.OPERATOR);
        List<UUID> others = Stream.generate(() -> works.start(
                        operator, WorkKind.VERIFICATION, steps -> WorkResult.of(WorkOutcome.SOUND, List.of())))
                .limit(3)
                .toList();

        Awaitility.await().until(() -> others.stream()
                .allMatch(id -> works.result(operator, id).isPresent()));
        Awaitility.await().untilAsserted(() -> assertThat(begun).hasValue(1));
        end.countDown();
        Awaitility.await().untilAsserted(() -> assertThat(begun).hasValue(3));
    }

    @Test
    void beginsNoFileWhileThereIsNoRoomAndLosesNothing() {
        UUID earlier =
                works.start(OFFICER, WorkKind.VERIFICATION, steps -> WorkResult.of(WorkOutcome.SOUND, List.of("kept")));
        Awaitility.await().until(() -> works.result(OFFICER, earlier).isPresent());
        fillWithFiles();
        Browser browser = Browser.opened().as("privacy-officer");

        for (WorkKind kind : List.of(WorkKind.EXPORT, WorkKind.REPORT)) {
            assertThatThrownBy(() -> works.start(OFFICER, kind, this::halfway)).isInstanceOf(TooManyFiles.class);
            assertThat(works.show(OFFICER, kind, this::halfway)).isEqualTo("redirect:/console/work?full=files");
        }
        assertThat(browser.get("/console/work?full=files").body())
                .contains("geen ruimte is voor een nieuw bestand", page(earlier))
                .doesNotContain("te veel tegelijk");
        assertThat(browser.get("/console/work?full=files&lang=en").body()).contains("no room for a new one");
        works.start(OFFICER, WorkKind.VERIFICATION, this::halfway);

        Tables.asOwner()
                .sql("delete from console_work_piece where (work_id, piece) in"
                        + " (select work_id, piece from console_work_piece limit 1)")
                .update();
        assertThat(works.start(OFFICER, WorkKind.EXPORT, this::halfway)).isNotNull();
    }

    /** With 2,048 pieces. */
    private static void fillWithFiles() {
        Tables.asOwner()
                .sql(
                        """
                        with work as (
                            insert into console_work (work_id, officer_hash, kind, state)
                            select gen_random_uuid(), sha256('somebody else'), 'EXPORT', 'DONE' from generate_series(1, 32)
                            returning work_id)
                        insert into console_work_piece (work_id, piece, wrapped_key, content)
                        select work_id, piece, '', '' from work cross join generate_series(0, 63) piece
                        """)
                .update();
    }

    @Test
    void forgetsWorkAfterADay() {
        UUID old = works.start(OFFICER, WorkKind.EXPORT, steps -> WorkResult.of(WorkOutcome.READY, List.of())
                .with(steps.file("old.csv", "text/csv", file -> file.write(1))));
        whenIt(Browser.opened().as("privacy-officer"), page(old), "Het is klaar");
        assertThat(pieces(old)).isEqualTo(1);
        Tables.asOwner()
                .sql("update console_work set started = now() - interval '25 hours' where work_id = ?")
                .param(old)
                .update();
        works.start(OFFICER, WorkKind.VERIFICATION, this::halfway);

        assertThat(Tables.asOwner()
                        .sql("select count(*) from console_work where work_id = ?")
                        .param(old)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(pieces(old)).isZero();
    }

    @Test
    void makesNoFileThatIsLargerThanTheLimit() {
        UUID id = works.start(OFFICER, WorkKind.EXPORT, steps -> WorkResult.of(WorkOutcome.READY, List.of())
                .with(steps.file("large.csv", "text/csv", file -> {
                    for (int i = 0; i <= 64; i++) {
                        file.write(new byte[1024 * 1024]);
                    }
                })));

        Browser browser = Browser.opened().as("privacy-officer");
        assertThat(whenIt(browser, page(id), "Dit is te veel voor één bestand").body())
                .doesNotContain("large.csv");
        assertThat(browser.get(page(id) + "/file").statusCode()).isEqualTo(404);
        assertThat(pieces(id)).isZero();
    }

    @Test
    void losesNothingThatWasDoneWhenAFileCannotBeTakenAway() {
        Fault.raising("raise_exception", "before delete on console_work_piece for each statement")
                .during(() -> {
                    UUID id = works.start(
                            OFFICER, WorkKind.VERIFICATION, steps -> WorkResult.of(WorkOutcome.READY, List.of()));
                    return whenIt(Browser.opened().as("privacy-officer"), page(id), "Het is klaar");
                });
    }

    @Test
    void leavesNothingOfAFileThatWasStopped() {
        CountDownLatch written = new CountDownLatch(1);
        UUID id = works.start(OFFICER, WorkKind.EXPORT, steps -> WorkResult.of(WorkOutcome.READY, List.of())
                .with(steps.file("half.csv", "text/csv", file -> {
                    file.write(new byte[2 * 1024 * 1024]);
                    written.countDown();
                    untilItIsStopped(steps);
                })));
        Awaitility.await().until(() -> written.getCount() == 0);
        assertThat(pieces(id)).isEqualTo(2);

        Browser browser = Browser.opened().as("privacy-officer");
        browser.post(page(id) + "/cancel", Map.of("_csrf", browser.formToken()));

        whenIt(browser, page(id), "Gestopt");
        Awaitility.await().untilAsserted(() -> assertThat(pieces(id)).isZero());
    }

    @Test
    void opensNoFileOfWhichAPieceWasPutElsewhereOrIsGone() {
        UUID id = works.start(OFFICER, WorkKind.VERIFICATION, this::halfway);
        end.countDown();
        Browser browser = Browser.opened().as("privacy-officer");
        whenIt(browser, page(id), "Het is klaar");
        assertThat(pieces(id)).isEqualTo(3);

        Tables.asOwner()
                .sql("update console_work_piece set piece = 61 - piece where work_id = ? and piece < 2")
                .param(id)
                .update();
        Tables.asOwner()
                .sql("update console_work_piece set piece = piece - 60 where work_id = ? and piece > 50")
                .param(id)
                .update();

        assertThat(browser.get(page(id) + "/file").statusCode()).isEqualTo(500);
    }

    @Test
    void breaksAFileOffOfWhichALaterPieceIsGone() {
        UUID id = works.start(OFFICER, WorkKind.VERIFICATION, this::halfway);
        end.countDown();
        Browser browser = Browser.opened().as("privacy-officer");
        whenIt(browser, page(id), "Het is klaar");

        Tables.asOwner()
                .sql("delete from console_work_piece where work_id = ? and piece = 1")
                .param(id)
                .update();

        assertThatThrownBy(() -> browser.get(page(id) + "/file")).isInstanceOf(UncheckedIOException.class);
    }

    private void untilItIsStopped(Steps steps) {
        while (end.getCount() > 0) {
            steps.done(1);
            Thread.onSpinWait();
        }
    }

    private static int pieces(UUID id) {
        return Tables.asOwner()
                .sql("select count(*) from console_work_piece where work_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    @Test
    void tellsTheTableNeitherWhoNorWhat() {
        UUID id = works.start(
                OFFICER,
                WorkKind.VERIFICATION,
                steps -> WorkResult.of(WorkOutcome.READY, List.of("a sentence to hide")));
        whenIt(Browser.opened().as("privacy-officer"), page(id), "a sentence to hide");

        assertThat(Tables.asOwner()
                        .sql("select position(convert_to('hide', 'UTF8') in result) + position('demo' in w::text)"
                                + " from console_work w where work_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
