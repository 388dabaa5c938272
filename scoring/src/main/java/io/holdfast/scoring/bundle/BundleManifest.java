package io.holdfast.scoring.bundle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.holdfast.scoring.json.StrictJson;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle says about itself.
 *
 * @param formatVersion version of the bundle's layout
 * @param needs names of what a reader must know beyond the first software that read this format; ordered, unmodifiable
 * @param modelId name of the model, {@code [a-z0-9][a-z0-9._-]{0,63}}
 * @param digest SHA-256 over this manifest with {@code digest} and {@code trainedAt} empty, so over the content of all files
 * @param trainedAt instant of training, ISO 8601; the only time in a bundle
 * @param engineVersion version of the software that trained it
 * @param trainer what trained it, for example {@code logistic}
 * @param seed seed of everything random in training
 * @param tableDigest SHA-256 over the described columns of the training table
 * @param tableRows data rows of the training table
 * @param horizonDays days the prediction looks ahead; null where the table does not say
 * @param leadDays days between the as-of date and the begin of that window; null where the table does not say
 * @param validDays days a score stays valid after its as-of date
 * @param estimand {@code usual-care} or {@code no-care}: under which care the risk is meant
 * @param files SHA-256 of every other file by name; unmodifiable
 */
@JsonPropertyOrder({
    "formatVersion",
    "needs",
    "modelId",
    "digest",
    "trainedAt",
    "engineVersion",
    "trainer",
    "seed",
    "tableDigest",
    "tableRows",
    "horizonDays",
    "leadDays",
    "validDays",
    "estimand",
    "files"
})
public record BundleManifest(
        int formatVersion,
        SortedSet<String> needs,
        String modelId,
        String digest,
        String trainedAt,
        String engineVersion,
        String trainer,
        long seed,
        String tableDigest,
        long tableRows,
        @JsonSetter(nulls = Nulls.SET) @Nullable Integer horizonDays,
        @JsonSetter(nulls = Nulls.SET) @Nullable Integer leadDays,
        int validDays,
        String estimand,
        SortedMap<String, String> files) {
    /** The format this software writes, and the only one it reads. */
    public static final int FORMAT_VERSION = 1;

    /** What this software knows of what {@link #needs} may name. */
    static final Set<String> KNOWN_NEEDS = Set.of();

    /** The manifest's file name. */
    public static final String FILE = "manifest.json";

    public BundleManifest {
        needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The digest that this content must carry. */
    String contentDigest() {
        return Sha256.hex(StrictJson.write(with("", "")));
    }

    /** This manifest with its digest filled in. */
    BundleManifest sealed() {
        return with(contentDigest(), trainedAt);
    }

    private BundleManifest with(String newDigest, String newTrainedAt) {
        return new BundleManifest(
                formatVersion,
                needs,
                modelId,
                newDigest,
                newTrainedAt,
                engineVersion,
                trainer,
                seed,
                tableDigest,
                tableRows,
                horizonDays,
                leadDays,
                validDays,
                estimand,
                files);
    }
}
