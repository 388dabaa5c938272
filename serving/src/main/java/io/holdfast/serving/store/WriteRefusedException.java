package io.holdfast.serving.store;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;

/**
 * A write that contradicts what the store holds; nothing of it was written. Carries no stack trace, since it is a verdict and not a fault.
 */
public final class WriteRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean absent;
    private final transient LocalizedText text;
    private final String field;

    private WriteRefusedException(String code, boolean absent, LocalizedText text, String field) {
        super(text.in(Language.ENGLISH), null, false, false);
        this.code = code;
        this.absent = absent;
        this.text = text;
        this.field = field;
    }

    /** What stands in the store is against it. */
    static WriteRefusedException conflict(String code, String english, String chinese) {
        return new WriteRefusedException(code, false, LocalizedText.of(english, chinese), "");
    }

    /** What it is about is not there. */
    static WriteRefusedException absent(String code, String english, String chinese) {
        return new WriteRefusedException(code, true, LocalizedText.of(english, chinese), "");
    }

    /** The same, of one of many writes that are all taken or none. */
    WriteRefusedException ofMany(int number, int all) {
        return new WriteRefusedException(
                code,
                absent,
                LocalizedText.of(
                        "Number " + number + " of " + all + " is refused, so that nothing is noted of any: "
                                + text.in(Language.ENGLISH),
                        "共 " + all + " 项，第 " + number + " 项被拒绝，因此全部未记录：" + text.in(Language.CHINESE)),
                field);
    }

    /** What kind of contradiction, in lower snake case; stable. */
    public String code() {
        return code;
    }

    /** Whether what it is about is not there, rather than there and against it. */
    public boolean isAbsent() {
        return absent;
    }

    /** Which field of the write is at fault; empty where it is the whole. */
    public String field() {
        return field;
    }

    /** The same, with the field that is at fault. */
    WriteRefusedException at(String name) {
        return new WriteRefusedException(code, absent, text, name);
    }

    /** One sentence, without any value of the write; of the store at most who has a work item. */
    public LocalizedText text() {
        return text;
    }
}
