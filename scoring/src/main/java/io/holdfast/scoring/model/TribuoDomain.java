package io.holdfast.scoring.model;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableFeatureMap;
import org.tribuo.MutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.impl.EmptyDatasetProvenance;
import org.tribuo.provenance.impl.EmptyTrainerProvenance;

/**
 * The domains and provenance that a Tribuo model must carry, built from the model's own parts, so that loading a model
 * instantiates nothing that a file names.
 */
final class TribuoDomain {
    private TribuoDomain() {}

    static ImmutableFeatureMap features(AdditiveParts parts) {
        MutableFeatureMap map = new MutableFeatureMap();
        for (ModelInput input : parts.inputs()) {
            if (input.coding() instanceof CategoryCoding category) {
                category.levels().forEach(level -> map.add(TribuoFeatures.levelName(input.name(), level), 1));
            } else {
                map.add(TribuoFeatures.numberName(input.name()), 1);
            }
        }
        return new ImmutableFeatureMap(map);
    }

    static ImmutableOutputInfo<Label> labels(AdditiveParts parts) {
        MutableOutputInfo<Label> info = new LabelFactory().generateInfo();
        info.observe(new Label(parts.negativeLabel()));
        info.observe(new Label(parts.positiveLabel()));
        return info.generateImmutableOutputInfo();
    }

    /** The training time stands in the bundle's manifest; here it is the epoch, so that equal models are equal bytes. */
    static ModelProvenance provenance(AdditiveParts parts) {
        Map<String, Provenance> facts = new LinkedHashMap<>();
        parts.orderedFacts().forEach((key, value) -> facts.put(key, new StringProvenance(key, value)));
        return new ModelProvenance(
                AdditiveModel.class.getName(),
                Instant.EPOCH.atOffset(ZoneOffset.UTC),
                new EmptyDatasetProvenance(),
                new EmptyTrainerProvenance(),
                facts,
                false);
    }
}
