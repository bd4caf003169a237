package cn.qifeng.testkit.access;

/**
 * One endpoint of a service.
 *
 * @param method HTTP method, or {@code WS} for a WebSocket
 * @param path template, such as {@code /api/core/parties/{id}}
 * @param mediaType media type of the body that it takes
 */
record Endpoint(String method, String path, String mediaType) implements Comparable<Endpoint> {

    String key() {
        return method + " " + path;
    }

    @Override
    public int compareTo(Endpoint other) {
        return key().compareTo(other.key());
    }
}
