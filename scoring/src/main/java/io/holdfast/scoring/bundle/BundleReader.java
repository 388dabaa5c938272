package io.holdfast.scoring.bundle;

import com.google.protobuf.CodedInputStream;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.ModelInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tribuo.protos.core.ModelProto;

/**
 * Loads bundles, trusting nothing in them before it is verified: structure and sizes, format version, SHA-256 of every
 * file, the one allowed model class, the parts' consistency, and the exact scores of the self-test rows.
 */
public final class BundleReader {
    private static final Pattern VERSION = Pattern.compile("\"formatVersion\"\\s*:\\s*(\\d{1,9})");
    private static final int MOST_PROTOBUF_DEPTH = 16;

    private BundleReader() {}

    /**
     * Loads a bundle.
     *
     * @param path a bundle's directory or zip
     * @throws InputException when it is truncated, altered, newer than this software, or no bundle, with the reason
     */
    public static ModelBundle read(Path path) {
        Map<String, byte[]> files = BundleSource.read(path);
        byte[] manifestBytes = files.get(BundleManifest.FILE);
        if (manifestBytes == null) {
            throw new InputException("not_a_bundle", path + " is no model bundle: it has no " + BundleManifest.FILE);
        }
        requireReadableVersion(path, manifestBytes);
        BundleManifest manifest =
                StrictJson.read(path + "/" + BundleManifest.FILE, manifestBytes, BundleManifest.class);
        verify(path, manifest, files);
        try {
            return load(path, manifest, files);
        } catch (IllegalArgumentException e) {
            throw new InputException("bad_model", path + ": the model is inconsistent: " + e.getMessage(), e);
        }
    }

    /** Before anything else is parsed: a newer format may look different everywhere else. */
    private static void requireReadableVersion(Path path, byte[] manifest) {
        Matcher version = VERSION.matcher(new String(manifest, java.nio.charset.StandardCharsets.UTF_8));
        if (!version.find()) {
            throw new InputException(
                    "not_a_bundle", path + "/" + BundleManifest.FILE + " states no formatVersion: no model bundle");
        }
        int found = Integer.parseInt(version.group(1));
        if (found > BundleManifest.FORMAT_VERSION) {
            throw new InputException(
                    "newer_bundle",
                    path + " has bundle format " + found + "; this software reads up to "
                            + BundleManifest.FORMAT_VERSION + ": use a newer Holdfast");
        }
    }

    private static void verify(Path path, BundleManifest manifest, Map<String, byte[]> files) {
        if (!BundleFile.NAME.matcher(manifest.modelId()).matches()) {
            throw new InputException(
                    "bad_manifest", path + ": modelId is not of the form " + BundleFile.NAME.pattern());
        }
        for (String name : BundleFile.REQUIRED) {
            if (!manifest.files().containsKey(name)) {
                throw new InputException("bad_manifest", path + ": the manifest does not list " + name);
            }
        }
        manifest.files().forEach((name, digest) -> {
            byte[] content = files.get(name);
            if (content == null) {
                throw new InputException("truncated_bundle", path + ": the file " + name + " is missing");
            }
            if (!Sha256.hex(content).equals(digest)) {
                throw new InputException(
                        "altered_bundle",
                        path + ": the file " + name + " was altered or cut short (its SHA-256 is not the manifest's)");
            }
        });
        if (!manifest.contentDigest().equals(manifest.digest())) {
            throw new InputException(
                    "altered_bundle", path + ": " + BundleManifest.FILE + " was altered (its digest does not fit it)");
        }
    }

    private static ModelBundle load(Path path, BundleManifest manifest, Map<String, byte[]> files) {
        AdditiveModel model = model(path, required(files, BundleFile.MODEL));
        DatasetDescription description =
                DatasetDescription.read(path + "/" + BundleFile.DATASET, required(files, BundleFile.DATASET));
        ReferencePopulation reference = StrictJson.read(
                path + "/" + BundleFile.REFERENCE, required(files, BundleFile.REFERENCE), ReferencePopulation.class);
        requireSameColumns(path, model, description, reference);
        SelfTest.verify(path + "/" + BundleFile.SELF_TEST, model, required(files, BundleFile.SELF_TEST));
        Map<String, byte[]> listed = new HashMap<>(files);
        listed.keySet().retainAll(manifest.files().keySet());
        return new ModelBundle(manifest, model, description, reference, listed);
    }

    private static byte[] required(Map<String, byte[]> files, String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IllegalStateException(name + " vanished after it was verified");
        }
        return content;
    }

    private static AdditiveModel model(Path path, byte[] bytes) {
        try {
            CodedInputStream in = CodedInputStream.newInstance(bytes);
            in.setRecursionLimit(MOST_PROTOBUF_DEPTH);
            ModelProto proto = ModelProto.parseFrom(in);
            if (!proto.getClassName().equals(AdditiveModel.class.getName())) {
                throw new InputException(
                        "foreign_model",
                        path + "/" + BundleFile.MODEL + " holds a '" + proto.getClassName() + "' (expected: "
                                + AdditiveModel.class.getName() + ", the only class that is loaded)");
            }
            return AdditiveModel.deserializeFromProto(
                    proto.getVersion(), proto.getClassName(), proto.getSerializedData());
        } catch (IOException e) {
            throw new InputException(
                    "bad_model", path + "/" + BundleFile.MODEL + " is not a readable model: " + e.getMessage(), e);
        }
    }

    private static void requireSameColumns(
            Path path, AdditiveModel model, DatasetDescription description, ReferencePopulation reference) {
        List<String> inputs = model.inputs().stream().map(ModelInput::name).toList();
        List<String> described =
                description.features().stream().map(column -> column.name()).toList();
        List<String> summarised =
                reference.columns().stream().map(ColumnSummary::name).toList();
        if (!inputs.equals(described) || !inputs.equals(summarised)) {
            throw new InputException(
                    "bad_model",
                    path + ": model, " + BundleFile.DATASET + " and " + BundleFile.REFERENCE
                            + " do not name the same columns in the same order");
        }
    }
}
