package io.holdfast.cli;

import io.holdfast.training.publish.EngineVersion;
import picocli.CommandLine.IVersionProvider;

/** The version of this software, as its jar states it, and that of Java. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"holdfast " + EngineVersion.text() + " (Java " + Runtime.version() + ")"};
    }
}
