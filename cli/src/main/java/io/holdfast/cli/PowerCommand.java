package io.holdfast.cli;

import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.power.SampleSize;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "power",
        description = {
            "Says before the first call how many customers it takes to see the effect of each action, how many months that is, and what the hold-out costs.",
            "Two-sided test at 5 %%, power 80 %%, assigned against shadow-assigned. Actions with the same answer share a line."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast power playbook.yaml --base 0.10",
            "  holdfast power playbook.yaml --base 0.10 --change -0.2 --hold-out 0.10 \\",
            "    --monthly 2000 --margin 300"
        })
final class PowerCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PLAYBOOK", description = "The playbook, of format 2.")
    private Path playbook;

    @Option(
            names = "--base",
            required = true,
            paramLabel = "P",
            description = "Share of the assigned customers who leave (or come back) without care, between 0 and 1.")
    private double base;

    @Option(
            names = "--change",
            paramLabel = "R",
            description = "Relative change to see, for every action; -0.2 is a fifth fewer (default: the playbook's).")
    private @Nullable Double change;

    @Option(
            names = "--hold-out",
            paramLabel = "P",
            description =
                    "Share held out (default: the playbook's persistent share and that for unproven actions together).")
    private @Nullable Double holdOut;

    @Option(
            names = "--monthly",
            paramLabel = "N",
            description =
                    "Customers assigned or shadow-assigned to the action in a month, to say how many months it takes.")
    private @Nullable Integer monthly;

    @Option(
            names = "--margin",
            paramLabel = "MONEY",
            description = "Margin of a customer who is kept, to say what the hold-out costs.")
    private @Nullable Double margin;

    @Mixin
    private LanguageOption language = new LanguageOption();

    PowerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        requireShare("--base", base);
        Playbook read = Playbook.read(playbook);
        Planning planning = read.planning()
                .orElseThrow(() -> new InputException(
                        "playbook_without_plans",
                        playbook + " has format 1, without expected effects; expected format 2 (docs/playbook.md)"));
        Double given = holdOut;
        double share = given != null ? given : 1 - (1 - read.holdOut().share()) * (1 - planning.unprovenShare());
        requireShare("--hold-out", share);
        if (monthly != null && monthly < 1) {
            throw new WrongOptionException("--monthly", monthly.toString(), "1 or more");
        }
        boolean chinese = language.or(Language.ENGLISH) == Language.CHINESE;
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Play play : planning.plays()) {
            answers.computeIfAbsent(answer(play, share, chinese), each -> new ArrayList<>())
                    .add(play.code());
        }
        answers.forEach((answer, plays) ->
                console.out().println(String.join(chinese ? "、" : ", ", plays) + (chinese ? "：" : ": ") + answer));
        return ExitCode.OK;
    }

    private static void requireShare(String option, double share) {
        if (!(share > 0 && share < 1)) {
            throw new WrongOptionException(option, Double.toString(share), "a share between 0 and 1");
        }
    }

    private String answer(Play play, double share, boolean chinese) {
        Double asked = change;
        double relative = asked != null ? asked : play.change();
        double treated = base * (1 + relative);
        if (relative == 0 || !(treated > 0 && treated < 1)) {
            return say(
                    chinese ? "预期效果 %s 无法以此基数测量" : "an expected change of %s cannot be measured from this base",
                    Double.toString(relative));
        }
        SampleSize size = SampleSize.relative(base, relative, share);
        String text = say(
                chinese
                        ? "%.2f%% 变为 %.2f%%，对照组 %.1f%%：需要 %,d 名客户，其中对照组 %,d 名"
                        : "%.2f %% to %.2f %% with %.1f %% held out takes %,d customers, %,d of them held out",
                100 * base,
                100 * treated,
                100 * share,
                size.customers(),
                size.heldOut());
        Integer each = monthly;
        if (each != null) {
            text += say(chinese ? "；%.1f 个月" : "; %.1f months", (double) size.customers() / each);
        }
        OptionalDouble lost = lost(size, play);
        if (lost.isPresent()) {
            text += say(chinese ? "；对照组的代价 %,.2f" : "; the hold-out costs %,.2f of margin", lost.getAsDouble());
        }
        return text;
    }

    /** What the held-out would have brought, if the expectation holds; a harmful action costs nothing to withhold. */
    private OptionalDouble lost(SampleSize size, Play play) {
        Double each = margin;
        if (each == null) {
            return OptionalDouble.empty();
        }
        double saved = play.winBack() ? size.treated() - size.base() : size.base() - size.treated();
        return OptionalDouble.of(Math.max(0, size.heldOut() * saved * each));
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
