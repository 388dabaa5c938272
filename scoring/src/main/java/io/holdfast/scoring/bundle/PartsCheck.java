package io.holdfast.scoring.bundle;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.ModelInput;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies that manifest, model, description and reference population speak of the same columns and the same prediction. */
final class PartsCheck {
    private static final Set<String> FLAG_LEVELS = Set.of("true", "false");

    private PartsCheck() {}

    static void requireFit(
            String source,
            BundleManifest manifest,
            AdditiveModel model,
            DatasetDescription description,
            ReferencePopulation reference) {
        List<Column> features = description.features();
        requireSame(
                source,
                "columns",
                names(model),
                features.stream().map(Column::name).toList());
        requireSame(
                source,
                "columns",
                names(model),
                reference.columns().stream().map(ColumnSummary::name).toList());
        for (int i = 0; i < features.size(); i++) {
            requireKind(source, features.get(i), model.inputs().get(i).coding());
            requireSame(
                    source,
                    "bins of " + features.get(i).name(),
                    model.inputs().get(i).coding().bins(),
                    reference.columns().get(i).binCounts().size());
        }
        requireSame(source, "horizon", orNull(description.horizonDays()), manifest.horizonDays());
        requireSame(source, "lead", orNull(description.leadDays()), manifest.leadDays());
        requireSame(source, "validity", description.validDays(), manifest.validDays());
        requireSame(source, "estimand", description.estimand().code(), manifest.estimand());
    }

    static void requireFit(String source, AdditiveModel model, ModelShapes shapes) {
        if (!names(model)
                .equals(shapes.columns().stream().map(ColumnShape::name).toList())) {
            throw unfit(source, "columns", "model and " + ModelShapes.FILE);
        }
        for (int i = 0; i < model.inputs().size(); i++) {
            ModelInput input = model.inputs().get(i);
            int bins = shapes.columns().get(i).effects().size();
            if (bins != 0 && bins != input.coding().bins()) {
                throw unfit(source, "bins of " + input.name(), "model and " + ModelShapes.FILE);
            }
        }
    }

    private static List<String> names(AdditiveModel model) {
        return model.inputs().stream().map(ModelInput::name).toList();
    }

    private static @Nullable Integer orNull(OptionalInt days) {
        return days.isPresent() ? Integer.valueOf(days.getAsInt()) : null;
    }

    private static void requireKind(String source, Column column, Coding coding) {
        boolean fits = coding instanceof CategoryCoding category
                ? column.kind() == ColumnKind.CATEGORY
                        || (column.kind() == ColumnKind.FLAG && FLAG_LEVELS.containsAll(category.levels()))
                : column.kind() == ColumnKind.NUMBER;
        if (!fits) {
            throw unfit(source, "kind of " + column.name());
        }
    }

    private static void requireSame(String source, String what, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            throw unfit(source, what);
        }
    }

    private static InputException unfit(String source, String what) {
        String parts = "model, " + BundleFile.DATASET + ", " + BundleFile.REFERENCE + " and " + BundleManifest.FILE;
        return unfit(source, what, parts);
    }

    private static InputException unfit(String source, String what, String parts) {
        return new InputException("bad_model", source + ": " + parts + " do not say the same of the " + what);
    }
}
