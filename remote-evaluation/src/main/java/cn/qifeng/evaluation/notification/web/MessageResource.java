package cn.qifeng.evaluation.notification.web;

import cn.qifeng.evaluation.notification.application.OwnMessages;
import cn.qifeng.evaluation.notification.domain.InboxMessage;
import cn.qifeng.kit.access.Caller;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** Messages of the platform to the caller. */
@Path("/api/evaluation/messages")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class MessageResource {

    private final OwnMessages messages;
    private final Caller caller;

    MessageResource(OwnMessages messages, Caller caller) {
        this.messages = messages;
        this.caller = caller;
    }

    @GET
    @Path("/mine")
    public List<MessageView> mine() {
        return messages.of(caller.personId().toString()).stream()
                .map(MessageView::of)
                .toList();
    }

    /** A message as its recipient sees it. */
    record MessageView(String id, String subject, String text, String link, Instant at) {

        static MessageView of(InboxMessage kept) {
            var message = kept.message();
            return new MessageView(message.id(), message.subject(), message.text(), message.link(), kept.at());
        }
    }
}
