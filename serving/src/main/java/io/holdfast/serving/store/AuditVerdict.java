package io.holdfast.serving.store;

import java.util.OptionalLong;

/**
 * What became of the audit.
 *
 * @param entries lines read
 * @param head hash of the last one, empty where there is none; whoever keeps it elsewhere notices also a cut end
 * @param brokenAt the first line that was changed, added or taken away
 */
public record AuditVerdict(long entries, String head, OptionalLong brokenAt) {
    /** Whether every line is as it was written. */
    public boolean isWhole() {
        return brokenAt.isEmpty();
    }
}
