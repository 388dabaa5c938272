package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.LocalizedText;

/** What may be a customer id: opaque text of 1 to 128 characters, never altered. */
public final class CustomerId {
    /** The most characters (Unicode code points) of an id. */
    public static final int MOST_CHARACTERS = 128;

    private CustomerId() {}

    /**
     * Returns the id unchanged.
     *
     * @throws RefusedException when it is empty, too long, or holds control characters or half a surrogate pair
     */
    public static String require(String id) throws RefusedException {
        if (id.isEmpty()) {
            throw refused("is empty", "为空");
        }
        if (id.length() > MOST_CHARACTERS && id.codePointCount(0, id.length()) > MOST_CHARACTERS) {
            throw refused("is too long", "过长");
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Character.isISOControl(c)) {
                throw refused("holds a control character at position " + (i + 1), "在第 " + (i + 1) + " 位含有控制字符");
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < id.length()
                        && Character.isLowSurrogate(id.charAt(i + 1));
                if (!pair) {
                    throw refused(
                            "holds half a surrogate pair at position " + (i + 1), "在第 " + (i + 1) + " 位含有不完整的代理对");
                }
                i++;
            }
        }
        return id;
    }

    private static RefusedException refused(String what, String inChinese) {
        return new RefusedException(
                "id_invalid",
                "",
                LocalizedText.of(
                        "The customer id " + what + " (expected: 1 to 128 characters, none a control character).",
                        "客户编号" + inChinese + "（应为：1 至 128 个字符，不含控制字符）。"));
    }
}
