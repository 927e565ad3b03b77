package nl.sluiswachter.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.sluiswachter.kernel.crypto.Sha256;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.objenesis.ObjenesisStd;

/** Each way to break the path stops the start, in a sentence that says what is wrong. */
class RouteRefusalTest {
    private static final Path ROUTES = Path.of("routes");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String PATH = "/0/route/from/steps";
    private static final String PART = "/1/route/from/steps";
    private static final String PASSAGE = "/2/route/from/steps";

    /** The classes of the beans that the routes call; the check looks at classes only. */
    private static final Map<String, String> BEANS = Map.ofEntries(
            Map.entry("edge", "api.Edge"),
            Map.entry("failures", "api.Failures"),
            Map.entry("transferParts", "api.TransferParts"),
            Map.entry("transferIntake", "api.TransferIntake"),
            Map.entry("transferAnswers", "api.TransferAnswers"),
            Map.entry("transferEndpoint", "api.TransferEndpoint"),
            Map.entry("explanationEndpoint", "api.ExplanationEndpoint"),
            Map.entry("proofEndpoint", "api.ProofEndpoint"),
            Map.entry("catalogueEndpoint", "api.CatalogueEndpoint"),
            Map.entry("consentEndpoint", "api.ConsentEndpoint"),
            Map.entry("consentChangeEndpoint", "api.ConsentChangeEndpoint"),
            Map.entry("consentExportEndpoint", "api.ConsentExportEndpoint"),
            Map.entry("consentExpiry", "consent.JdbcConsentExpiry"),
            Map.entry("partitions", "transferlog.Partitions"),
            Map.entry("sequencer", "transferlog.tree.Sequencer"),
            Map.entry("witnessRound", "transferlog.witness.WitnessRound"),
            Map.entry("timeStampTurn", "transferlog.timestamp.TimeStampTurn"),
            Map.entry("dailyPaper", "transferlog.witness.DailyPaper"),
            Map.entry("logsEndpoint", "api.LogsEndpoint"),
            Map.entry("logEntriesEndpoint", "api.LogEntriesEndpoint"),
            Map.entry("processingActivityEndpoint", "api.ProcessingActivityEndpoint"),
            Map.entry("residentReportEndpoint", "api.ResidentReportEndpoint"),
            Map.entry("reportReviewEndpoint", "api.ReportReviewEndpoint"),
            Map.entry("processingRegisterEndpoint", "api.ProcessingRegisterEndpoint"),
            Map.entry("logHoldsEndpoint", "api.LogHoldsEndpoint"),
            Map.entry("logCalendarEndpoint", "api.LogCalendarEndpoint"),
            Map.entry("retentionTurn", "transferlog.retention.RetentionTurn"),
            Map.entry("figuresEndpoint", "api.FiguresEndpoint"),
            Map.entry("figures", "transferlog.figures.Figures"),
            Map.entry("factEndpoint", "api.FactEndpoint"),
            Map.entry("inboxEndpoint", "api.InboxEndpoint"),
            Map.entry("purposeStage", "transfer.PurposeStage"),
            Map.entry("consentStage", "transfer.ConsentStage"),
            Map.entry("minimiseStage", "transfer.MinimiseStage"),
            Map.entry("decideStage", "transfer.DecideStage"),
            Map.entry("transferLog", "transferlog.JdbcTransferLog"),
            Map.entry("handover", "delivery.Handover"),
            Map.entry("courier", "delivery.Courier"),
            Map.entry("expiry", "delivery.Expiry"),
            Map.entry("forgetting", "transferlog.Forgetting"),
            Map.entry("canaries", "canary.Canaries"));

    @TempDir
    private Path folder;

    @Test
    void theFilesAsTheyAreMayStart() throws Exception {
        assertThat(faultsIn(ROUTES)).isEmpty();
    }

    static Stream<String> steps() throws IOException {
        JsonNode routes = YAML.readTree(Files.readString(ROUTES.resolve("transfer.camel.yaml")));
        return Stream.of(PATH, PART, PASSAGE)
                .flatMap(steps -> StreamSupport.stream(routes.at(steps).spliterator(), false))
                .map(step -> step.iterator().next().get("id").asText());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void noStepOfThePathCanBeLeftOut(String step) throws Exception {
        List<String> faults = faults(changingStepsWith(step, steps -> steps.remove(indexOf(steps, step))));

        assertThat(faults).isNotEmpty().allMatch(RouteRefusalTest::isAboutThePath);
    }

    @ParameterizedTest
    @CsvSource({
        "read,forget-headers",
        "forget-headers,per-receiver",
        "per-receiver,each-receiver",
        "each-receiver,together",
        "together,write",
        "identify,path",
        "path,answer",
        "purpose,consent",
        "consent,minimise",
        "minimise,decide",
        "decide,log",
        "log,deliver",
        "answer,write-part"
    })
    void noTwoStepsOfThePathCanChangePlaces(String one, String other) throws Exception {
        List<String> faults = faults(changingStepsWith(one, steps -> {
            int place = indexOf(steps, one);
            JsonNode moved = steps.remove(place);
            steps.insert(indexOf(steps, other) + 1, moved);
        }));

        assertThat(faults).isNotEmpty().allMatch(RouteRefusalTest::isAboutThePath);
    }

    @Test
    void aStageIsNotRunTwice() throws Exception {
        assertThat(faults(changingStepsWith(
                        "purpose", steps -> steps.insert(1, steps.get(0).deepCopy()))))
                .containsExactly("Route passage calls purposeStage.examine with Lawful, but it takes Submitted: "
                        + "a step is missing or misplaced");
    }

    @Test
    void aCallOfARouteThatDoesNotExistIsFound() throws Exception {
        assertThat(faults(text -> text.replace("to: direct:transfer-status", "to: direct:transfer-state")))
                .contains("Call /transfers/{id} calls direct:transfer-state, which no route answers");
        assertThat(faults(text -> text.replace("{name: transfer}", "{name: transport}")))
                .containsExactly("Route decision calls direct:transport, which no route answers");
    }

    @Test
    void anotherPathThanTransferIsNone() throws Exception {
        assertThat(faults(text -> text.replace("name: transfer\n", "name: express\n")))
                .anyMatch(fault -> fault.startsWith("There is no route transfer among "));
    }

    @Test
    void anEmptyFolderIsNoPath() throws Exception {
        assertThat(new RouteCheck(model(context()), context().getRegistry()).faults())
                .containsExactly(
                        "There is no route transfer among []: without it there is no path for a message",
                        "There is no error handling for every route");
    }

    @Test
    void errorHandlingWithAnIdHoldsForNothing() throws Exception {
        assertThat(faults(text -> text.replace("- routeConfiguration:\n", "- routeConfiguration:\n    id: mine\n")))
                .contains("The error handling mine has an id, so it does not hold for every route");
    }

    @Test
    void withoutErrorHandlingNothingStarts() throws Exception {
        copy(text -> text + "# a remark\n");
        Files.delete(folder.resolve("failures.camel.yaml"));

        assertThat(faultsIn(folder)).containsExactly("There is no error handling for every route");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "toD: {id: x, uri: 'direct:transfer'} | toD",
                "script: {id: x, groovy: 'true'} | script",
                "setBody: {id: x, simple: '${null}'} | setBody",
                "setHeader: {id: x, name: a, constant: b} | setHeader",
                "wireTap: {id: x, uri: 'direct:transfer'} | wireTap",
                "process: {id: x, ref: edge} | process",
                "enrich: {id: x, constant: 'direct:transfer'} | enrich",
                "stop: {id: x} | stop",
                "log: {id: x, message: '${body}'} | log",
                "doTry: {id: x, steps: [{stop: {id: y}}]} | doTry"
            })
    void aStepThatOnlyCodeMayDoIsRefused(String step, String name) throws Exception {
        assertThat(faults(changingSteps(steps -> steps.add(yaml(step)))))
                .anyMatch(fault -> fault.startsWith("Route transfer has a step " + name + "; allowed are "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https", "file", "seda", "log", "jms"})
    void aStepThatLeavesTheGatewayIsRefused(String component) throws Exception {
        String step = "to: {id: x, uri: '" + component + ":somewhere'}";

        assertThat(faults(changingSteps(steps -> steps.add(yaml(step)))))
                .contains("Route transfer sends to " + component + "; only direct: is allowed");
    }

    @Test
    void aStepInsideAnotherIsJudgedToo() throws Exception {
        String step = "choice: {id: x, when: [{id: y, simple: '${true}', steps: [{toD: {id: z, uri: 'direct:a'}}]}]}";

        assertThat(faults(changingSteps(steps -> steps.add(yaml(step)))))
                .anyMatch(fault -> fault.startsWith("Route transfer has a step toD"));
    }

    @Test
    void aMethodThatABeanDoesNotHaveIsRefused() throws Exception {
        assertThat(faults(text -> text.replace("method: decide", "method: decideQuickly")))
                .contains("Route passage calls decideStage.decideQuickly, which is not one public method of a bean");
        assertThat(faults(text -> text.replace("value: transferEndpoint}", "value: transferEndpoints}")))
                .anyMatch(fault -> fault.startsWith("Route transfer-status calls transferEndpoints.status"));
    }

    @Test
    void aTypeInsteadOfABeanIsRefused() throws Exception {
        String step = "bean: {id: x, beanType: java.lang.System, method: gc}";

        assertThat(faults(changingSteps(steps -> steps.add(yaml(step)))))
                .contains("Route transfer calls .gc, which is not one public method of a bean");
    }

    @Test
    void aChangedCopyOfAFileFromTheJarStopsTheStart() throws Exception {
        copy(text -> text.replace("delay: \"1000\"", "delay: \"1\""));

        assertThatThrownBy(() -> new RouteGate(new RouteFiles(folder)).open(loaded(ROUTES)))
                .isInstanceOf(RoutesRefused.class)
                .hasMessageContaining("delivery.camel.yaml is not the file that this jar was built with")
                .hasMessageContaining("own routes belong in " + folder.resolve("edge"))
                .hasMessageNotContaining("transfer.camel.yaml");
    }

    @Test
    void aFileThatNobodyWouldLoadStopsTheStart() throws Exception {
        Files.writeString(folder.resolve("own.camel.yaml"), "[]");

        assertThat(new RouteFiles(folder).strangers())
                .hasSize(1)
                .first()
                .asString()
                .contains("own.camel.yaml");
    }

    @Test
    void equalCopiesAndNoFolderAtAllAreFine() throws Exception {
        for (Path file : files(ROUTES)) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }

        assertThat(new RouteFiles(folder).strangers()).isEmpty();
        assertThat(new RouteFiles(folder.resolve("absent")).strangers()).isEmpty();
        new RouteGate(new RouteFiles(folder)).open(loaded(ROUTES));
    }

    @Test
    void anEdgeRouteIsLoadedAndNamedByItsHash() throws Exception {
        byte[] edge = edge("- route: {id: own, from: {id: f, uri: 'direct:own', steps: [{to: {id: t, uri: "
                + "'direct:transfer'}}]}}");

        CamelContext camel = loaded(ROUTES);
        new RouteGate(new RouteFiles(folder)).open(camel);

        assertThat(model(camel).getRouteDefinition("own")).isNotNull();
        assertThat(new RouteFiles(folder).hashes())
                .containsEntry("edge/own.camel.yaml", Sha256.hex(edge))
                .containsEntry(
                        "transfer.camel.yaml", Sha256.hex(Files.readAllBytes(ROUTES.resolve("transfer.camel.yaml"))))
                .hasSize(11);
    }

    @Test
    void anEdgeFileHoldsRoutesAndNothingThatActsOnOthers() throws Exception {
        edge("- intercept: {id: spy, steps: [{log: {message: '${body}'}}]}");

        assertThatThrownBy(() -> new RouteGate(new RouteFiles(folder)).open(loaded(ROUTES)))
                .isInstanceOf(RoutesRefused.class)
                .hasMessageContaining("holds intercept; an edge file may only hold route");
    }

    @Test
    void anEdgeRouteIsJudgedAsAllOthers() throws Exception {
        edge("- route: {id: own, from: {id: f, uri: 'direct:own', steps: [{to: {id: t, uri: 'http:example'}}]}}");

        assertThatThrownBy(() -> new RouteGate(new RouteFiles(folder)).open(loaded(ROUTES)))
                .isInstanceOf(RoutesRefused.class)
                .hasMessageContaining("Route own sends to http");
    }

    @ParameterizedTest
    @CsvSource({
        "transfer, direct:own, has the id transfer",
        "expiry, direct:own, has the id expiry",
        "transfer-status, direct:own, has the id transfer-status",
        "call-transfer, direct:own, has the id call-transfer",
        "own, direct:transfer, enters at direct:transfer",
        "own, direct://inbox-read?block=false, enters at direct:inbox-read",
        "own, scheduler:expiry?delay=1, enters at scheduler:expiry"
    })
    void anEdgeRouteCannotTakeThePlaceOfARouteOfTheJar(String id, String entrance, String fault) throws Exception {
        edge("- route: {id: " + id + ", from: {id: f, uri: '" + entrance
                + "', steps: [{to: {id: t, uri: 'direct:decision'}}]}}");

        assertThatThrownBy(() -> new RouteGate(new RouteFiles(folder)).open(loaded(ROUTES)))
                .isInstanceOf(RoutesRefused.class)
                .hasMessageContaining("An edge route " + fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "split: {id: x, simple: '${env.SECRET}', steps: []}",
                "split: {id: x, simple: '${body.person}', steps: []}",
                "split: {id: x, simple: '${bean:edge.write}', steps: []}",
                "split: {id: x, tokenize: {token: ','}, steps: []}",
                "split: {id: x, method: {ref: edge, method: write}, steps: []}",
                "choice: {id: x, when: [{id: y, simple: '${sys.user}', steps: []}]}"
            })
    void anExpressionThatComputesIsRefused(String step) throws Exception {
        assertThat(faults(changingSteps(steps -> steps.add(yaml(step)))))
                .anyMatch(fault -> fault.startsWith("Route transfer computes in a step "));
    }

    @Test
    void anEdgeRouteCannotReachIntoThePath() throws Exception {
        edge("- route: {id: own, from: {id: f, uri: 'direct:own', steps: [{bean: {id: b, ref: transferLog, method: "
                + "record}}]}}");

        assertThatThrownBy(() -> new RouteGate(new RouteFiles(folder)).open(loaded(ROUTES)))
                .hasMessageContaining("Route own calls transferLog.record with nothing, but it takes Decided");
    }

    @Test
    void anEdgeRouteCannotEnterThePathWithoutAMessageOfTheIntake() throws Exception {
        edge("- route: {id: own, from: {id: f, uri: 'direct:own', steps: [{to: {id: t, uri: 'direct:passage'}}]}}");

        assertThatThrownBy(() -> new RouteGate(new RouteFiles(folder)).open(loaded(ROUTES)))
                .hasMessageContaining("Route own calls direct:passage with nothing, but it takes Submitted");
    }

    @Test
    void edgeRoutesCannotVouchForEachOther() throws Exception {
        edge(
                """
                - route: {id: one, from: {id: f, uri: 'direct:one', steps: [{to: {id: t, uri: 'direct:two'}}]}}
                - route: {id: two, from: {id: g, uri: 'direct:two', steps: [{bean: {id: b, ref: transferLog, method: record}}]}}
                """);

        assertThatThrownBy(() -> new RouteGate(new RouteFiles(folder)).open(loaded(ROUTES)))
                .hasMessageContaining("Route one calls direct:two with nothing, but it takes Decided");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "split: {id: x, simple: '${body}', steps: [{bean: {id: b, ref: transferLog, method: record}}]}",
                "choice: {id: x, when: [{id: y, simple: '${body}', steps: "
                        + "[{bean: {id: b, ref: transferLog, method: record}}]}]}"
            })
    void aStepInsideAnotherTakesOnlyWhatIsThere(String step) throws Exception {
        edge("- route: {id: own, from: {id: f, uri: 'direct:own', steps: [{" + step + "}]}}");

        assertThatThrownBy(() -> new RouteGate(new RouteFiles(folder)).open(loaded(ROUTES)))
                .hasMessageContaining("Route own calls transferLog.record with nothing, but it takes Decided");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary-path", "judge", "canaries-due"})
    void noStepOfTheCanariesCanBeLeftOut(String step) throws Exception {
        List<String> faults =
                faults(text -> text.replaceAll("(?s)\\n +- (to|bean):\\n +id: " + step + "\\n.*?(?=\\n +- |$)", ""));

        assertThat(faults).isNotEmpty().allMatch(fault -> fault.startsWith("Route canary "));
    }

    @Test
    void anEdgeRouteThatCannotBeReadStopsTheStart() throws Exception {
        edge("- route: {id: own, stepz: []}");

        assertThatThrownBy(() -> new RouteGate(new RouteFiles(folder)).open(loaded(ROUTES)))
                .isInstanceOf(RoutesRefused.class)
                .hasMessageContaining("own.camel.yaml cannot be loaded");
    }

    private byte[] edge(String yaml) throws IOException {
        Path file = Files.createDirectories(folder.resolve("edge")).resolve("own.camel.yaml");
        return Files.readAllBytes(Files.writeString(file, yaml));
    }

    private List<String> faults(UnaryOperator<String> change) throws Exception {
        copy(change);
        return faultsIn(folder);
    }

    private static List<String> faultsIn(Path folder) throws Exception {
        CamelContext camel = loaded(folder);
        return new RouteCheck(model(camel), camel.getRegistry()).faults();
    }

    private void copy(UnaryOperator<String> change) throws IOException {
        boolean changed = false;
        for (Path file : files(ROUTES)) {
            String before = Files.readString(file);
            String after = change.apply(before);
            changed |= !after.equals(before);
            Files.writeString(folder.resolve(file.getFileName()), after);
        }
        assertThat(changed).as("something was changed").isTrue();
    }

    private interface StepChange {
        void apply(ArrayNode steps);
    }

    private static boolean isAboutThePath(String fault) {
        return fault.matches("Route (transfer|part|passage|canary|decision|route[0-9]+) .*");
    }

    private static UnaryOperator<String> changingSteps(StepChange change) {
        return changingStepsWith("read", change);
    }

    /** Changes the steps of that route of the path which has this step. */
    private static UnaryOperator<String> changingStepsWith(String id, StepChange change) {
        return text -> {
            if (!text.contains("id: identify")) {
                return text;
            }
            try {
                JsonNode root = YAML.readTree(text);
                String steps = Stream.of(PATH, PART, PASSAGE)
                        .filter(route -> has((ArrayNode) root.at(route), id))
                        .findFirst()
                        .orElseThrow();
                change.apply((ArrayNode) root.at(steps));
                return YAML.writeValueAsString(root);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static boolean has(ArrayNode steps, String id) {
        return StreamSupport.stream(steps.spliterator(), false)
                .anyMatch(step -> step.iterator().next().path("id").asText().equals(id));
    }

    private static int indexOf(ArrayNode steps, String id) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).iterator().next().path("id").asText().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static CamelContext loaded(Path folder) throws Exception {
        CamelContext camel = context();
        RoutesLoader loader = PluginHelper.getRoutesLoader(camel);
        for (Path file : files(folder)) {
            loader.loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file.toAbsolutePath()));
        }
        return camel;
    }

    private static CamelContext context() throws ClassNotFoundException {
        DefaultCamelContext camel = new DefaultCamelContext();
        for (Map.Entry<String, String> bean : BEANS.entrySet()) {
            Class<?> type = Class.forName("nl.sluiswachter." + bean.getValue());
            camel.getRegistry().bind(bean.getKey(), new ObjenesisStd().newInstance(type));
        }
        return camel;
    }

    private static Model model(CamelContext camel) {
        return camel.getCamelContextExtension().getContextPlugin(Model.class);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList();
        }
    }
}
