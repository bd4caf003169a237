package cn.qifeng.cli.trustee;

import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.client.ChainHead;
import cn.qifeng.cli.client.Person;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** A trustee at its own client (保管人): who it is, and what it keeps. */
record Desk(Person person, SafeFolder safe) {

    Api api() {
        return person.api();
    }

    /** Id of the trustee's certificate, hexadecimal. */
    String certificateId() {
        return person.certificateId();
    }

    /** Signs over the chain head that the platform shows now, and notes it: what is verified later must contain it. */
    ObjectNode sign(String tender, ObjectNode doc) throws IOException {
        return sign(tender, doc, person.chainHead(tender));
    }

    /** Signs over an entry of the chain, and notes it. */
    ObjectNode sign(String tender, ObjectNode doc, ChainHead seen) throws IOException {
        safe.see(tender, seen);
        return person.sign(doc, seen).toJson();
    }
}
