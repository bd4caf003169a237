package cn.qifeng.evaluation.hall.application;

import com.fasterxml.jackson.databind.JsonNode;

/** The line to one browser (连接). */
public interface Line {

    /** Sends a message; one that cannot be sent any more is dropped. */
    void send(JsonNode message);

    /** Ends the line. */
    void end(Ending why);
}
