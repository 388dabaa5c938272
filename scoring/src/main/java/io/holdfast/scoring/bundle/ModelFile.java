package io.holdfast.scoring.bundle;

import com.google.protobuf.CodedInputStream;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.model.AdditiveModel;
import java.io.IOException;
import org.tribuo.protos.core.ModelProto;

/** Reads the model's file; the class it names is compared as text and never looked up. */
final class ModelFile {
    private static final int MOST_DEPTH = 16;

    private ModelFile() {}

    static AdditiveModel read(String source, byte[] bytes, String modelId) {
        try {
            CodedInputStream in = CodedInputStream.newInstance(bytes);
            in.setRecursionLimit(MOST_DEPTH);
            ModelProto proto = ModelProto.parseFrom(in);
            if (!proto.getClassName().equals(AdditiveModel.class.getName())) {
                throw new InputException(
                        "foreign_model",
                        source + " holds a '" + proto.getClassName() + "' (expected: " + AdditiveModel.class.getName()
                                + ", the only class that is loaded)");
            }
            AdditiveModel model = AdditiveModel.deserializeFromProto(
                    proto.getVersion(), proto.getClassName(), proto.getSerializedData());
            if (!model.getName().equals(modelId)) {
                throw new InputException(
                        "bad_model", source + " is not the model " + modelId + " that the manifest announces");
            }
            return model;
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("bad_model", source + " is not a usable model: " + e.getMessage(), e);
        }
    }
}
