package cn.qifeng.kit.service;

import java.nio.charset.StandardCharsets;

/** Another service did not do what it was asked; carries its status and its problem document. */
public final class ServiceFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String problem;

    ServiceFailed(String service, String path, Wire.Answer answer) {
        super(service + " " + path + " answered " + answer.status() + ": " + text(answer));
        this.status = answer.status();
        this.problem = text(answer);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Body of the answer. */
    public String problem() {
        return problem;
    }

    private static String text(Wire.Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
