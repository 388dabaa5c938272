package io.holdfast.serving.http;

import java.util.Locale;

/** Media types of requests and replies. */
final class MediaTypes {
    static final String JSON = "application/json";
    static final String HTML = "text/html";
    static final String YAML = "application/yaml";

    private MediaTypes() {}

    /** Whether a content type is JSON in UTF-8. */
    static boolean isJson(String contentType) {
        if (contentType.equals(JSON)) {
            return true;
        }
        String[] parts = contentType.split(";", -1);
        if (!parts[0].strip().equalsIgnoreCase(JSON)) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }

    /** Whether the ranges of an {@code Accept} header leave room for a media type, or for the problem that may take its place. */
    static boolean isAccepted(String accept, String mediaType) {
        if (accept.equals(mediaType) || accept.equals("*/*")) {
            return true;
        }
        boolean wildcardRefused = false;
        boolean accepted = false;
        for (String range : accept.split(",", -1)) {
            String[] parts = range.split(";", -1);
            String type = parts[0].strip().toLowerCase(Locale.ROOT);
            boolean wanted = quality(parts) > 0;
            if (type.equals(mediaType)) {
                return wanted;
            }
            boolean wildcard = type.equals("*/*")
                    || (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1)));
            accepted |= wildcard && wanted;
            wildcardRefused |= type.endsWith("/*") && !type.equals("*/*") && wildcard && !wanted;
        }
        return accepted && !wildcardRefused;
    }

    /** Whether an {@code Accept} header would rather have a page than JSON, as browsers do; who names neither gets JSON. */
    static boolean prefersPage(String accept) {
        return !accept.isBlank() && weight(accept, HTML) > weight(accept, JSON);
    }

    /** What the most exact range that covers a media type says of it; 0 where none does. */
    private static double weight(String accept, String mediaType) {
        double weight = 0;
        int exactness = 0;
        for (String range : accept.split(",", -1)) {
            String[] parts = range.split(";", -1);
            String type = parts[0].strip().toLowerCase(Locale.ROOT);
            int own = type.equals(mediaType)
                    ? 3
                    : type.equals(mediaType.substring(0, mediaType.indexOf('/')) + "/*")
                            ? 2
                            : type.equals("*/*") ? 1 : 0;
            if (own > exactness) {
                exactness = own;
                weight = quality(parts);
            }
        }
        return weight;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
                return Double.parseDouble(parameter.substring(2));
            }
        }
        return 1;
    }
}
