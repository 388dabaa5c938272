package io.holdfast.scoring.reason;

import io.holdfast.scoring.bundle.ColumnShape;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.ModelShapes;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.TableAxis;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputSchema;
import io.holdfast.scoring.score.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A customer whose columns contribute exactly what a test wants them to. */
final class ReasonCase {
    private record Flag(String reason, double impact, boolean actionable, List<Double> deviations) {}

    private final List<Flag> flags = new ArrayList<>();
    private String leastImpact = "";

    /** Adds a column: a flag that is set. */
    ReasonCase with(String reason, double impact) {
        flags.add(new Flag(reason, impact, true, List.of()));
        return this;
    }

    /** What the description says a reason has to move. */
    ReasonCase leastImpact(double logOdds) {
        leastImpact = "leastImpact: " + logOdds + "\n";
        return this;
    }

    /** Adds a column that care cannot answer whatever its reason. */
    ReasonCase withUnanswerable(String reason, double impact) {
        flags.add(new Flag(reason, impact, false, List.of()));
        return this;
    }

    /** Adds a column with what each bag says of it beyond the mean; every column of the case has as many bags. */
    ReasonCase withBags(String reason, double impact, double... deviations) {
        flags.add(
                new Flag(reason, impact, true, Arrays.stream(deviations).boxed().toList()));
        return this;
    }

    private Map<String, byte[]> shapes() {
        int bags =
                flags.stream().mapToInt(flag -> flag.deviations().size()).max().orElse(0);
        if (bags == 0) {
            return Map.of();
        }
        List<ColumnShape> columns = new ArrayList<>();
        for (int i = 0; i < flags.size(); i++) {
            if (flags.get(i).deviations().stream().allMatch(value -> value == 0)) {
                columns.add(ColumnShape.flat("flag " + i, bags));
                continue;
            }
            List<List<Double>> deviations = flags.get(i).deviations().stream()
                    .map(value -> List.of(0.0, 0.0, 0.0, value))
                    .toList();
            List<Double> zeros = List.of(0.0, 0.0, 0.0, 0.0);
            columns.add(new ColumnShape("flag " + i, zeros, zeros, zeros, zeros, deviations));
        }
        return Map.of(ModelShapes.FILE, StrictJson.write(new ModelShapes(bags, 0.95, columns)));
    }

    private ModelBundle bundle() {
        StringBuilder yaml = new StringBuilder("""
                format: 1
                name: case
                table: {path: t.csv}
                columns:
                  left: {role: label, positive: "1"}
                """.replace("columns:", leastImpact + "columns:"));
        List<ModelInput> inputs = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < flags.size(); i++) {
            Flag flag = flags.get(i);
            yaml.append("  flag ")
                    .append(i)
                    .append(": {role: feature, kind: flag, reason: ")
                    .append(flag.reason());
            yaml.append(", actionable: ").append(flag.actionable()).append("}\n");
            CategoryCoding coding = new CategoryCoding(List.of("false", "true"));
            inputs.add(new ModelInput("flag " + i, coding));
            terms.add(new TableTerm(
                    List.of(TableAxis.full(i, coding)), new double[] {0, 0, -flag.impact(), flag.impact()}));
        }
        AdditiveParts parts = new AdditiveParts("case", "1", "0", -1, inputs, terms, Map.of());
        return ModelBundle.of(TinyBundles.content(parts, yaml.toString(), shapes()));
    }

    private ChurnScore score(ModelBundle bundle) {
        CustomerRecord.Builder builder = CustomerRecord.builder(InputSchema.of(bundle), "C-1", TinyBundles.AS_OF);
        for (int i = 0; i < flags.size(); i++) {
            builder.flag(i, true);
        }
        return new Scorer(bundle).score(TinyBundles.built(builder));
    }

    ReasonRanking rank() {
        ModelBundle bundle = bundle();
        return new Explainer(bundle).rank(score(bundle));
    }

    Explanation explain(int reasons, int protectors) {
        ModelBundle bundle = bundle();
        return new Explainer(bundle).explain(score(bundle), new ExplainOptions(reasons, protectors, Language.ENGLISH));
    }

    List<String> unsettled() {
        ModelBundle bundle = bundle();
        ReasonRanking unsettled = new Explainer(bundle).unsettled(score(bundle));
        return codes(Stream.concat(unsettled.raising().stream(), unsettled.lowering().stream())
                .toList());
    }

    List<Contribution> contributions() {
        ModelBundle bundle = bundle();
        return new Explainer(bundle).contributions(score(bundle), Language.ENGLISH);
    }

    List<ReasonShare> everyReason() {
        ModelBundle bundle = bundle();
        return new Explainer(bundle).everyReason(score(bundle), Language.ENGLISH);
    }

    /** The codes of the reasons that raise the risk, in their order. */
    List<String> raising() {
        return codes(rank().raising());
    }

    List<String> lowering() {
        return codes(rank().lowering());
    }

    private static List<String> codes(List<RankedReason> ranked) {
        return ranked.stream().map(reason -> reason.reason().code()).toList();
    }
}
