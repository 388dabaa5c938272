package io.holdfast.cli;

import io.holdfast.cli.outcomes.DiagnosisText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "diagnose",
        description = {
            "Says why customers leave: of the wavering, the declining and the lost of a month, against the month before.",
            "What the model, customers and agents say stands side by side. It ends in what to mend and whom to ask."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast diagnose --store care.db",
            "  holdfast diagnose --store care.db --month 2026-10 --html diagnosis.html",
            "  holdfast diagnose --store care.db --bundle telco.bundle",
            "  holdfast diagnose --server http://127.0.0.1:8080 --interviews 10"
        })
final class DiagnoseCommand implements Callable<Integer> {
    private static final int MOST_INTERVIEWS = 100;

    private final Console console;

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            description =
                    "The month, such as 2026-10, by UTC (default: the last month that is over in which anything was decided or reported to have happened, among those in which a decision stood; the running month if there is none; where no decision ever stood, the last month that is over of which leavings are known).")
    private @Nullable String month;

    @Option(
            names = "--interviews",
            paramLabel = "N",
            defaultValue = "5",
            description = "Draw so many customers to be asked in each segment, 0 to 100 (default: 5).")
    private int interviews;

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private ReportOptions report = new ReportOptions();

    DiagnoseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        StoreClient.DiagnosisCall call = new StoreClient.DiagnosisCall(month(), interviews(), seed.value());
        return report.tell(
                console,
                (client, page) -> client.diagnosis(call, page),
                (answer, chinese) -> new DiagnosisText(answer, chinese).lines());
    }

    private Optional<YearMonth> month() {
        try {
            return Optional.ofNullable(month).map(YearMonth::parse);
        } catch (DateTimeException e) {
            throw new WrongOptionException("--month", String.valueOf(month), "a month such as 2026-10");
        }
    }

    private int interviews() {
        if (interviews < 0 || interviews > MOST_INTERVIEWS) {
            throw new WrongOptionException("--interviews", String.valueOf(interviews), "0 to " + MOST_INTERVIEWS);
        }
        return interviews;
    }
}
