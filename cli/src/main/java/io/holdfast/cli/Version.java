package io.holdfast.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this software, as its jar states it, and that of Java. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new String[] {"holdfast " + version + " (Java " + Runtime.version() + ")"};
    }
}
