package cn.qifeng.trust.note;

import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A note sealed with a fixed key, for the vectors. */
public final class FixedNotes {

    private FixedNotes() {}

    /** The vectors of one note. */
    public static ObjectNode vectors(People people) {
        var cek = Hex.decode("202122232425262728292a2b2c2d2e2f");
        var salt = Hex.decode("303132333435363738393a3b3c3d3e3f");
        var context = Sm3.of(Bytes.ascii("context of the vectors"));
        var content = Bytes.ascii("{\"nonce\":\"00\"}");
        var note = new NoteSealer(new Sm4Gcm(), people.random()).seal(people.keySet(), context, content, cek, salt);
        var json = CanonicalJson.object()
                .put("cek", Hex.encode(cek))
                .put("salt", Hex.encode(salt))
                .put("context", Hex.encode(context))
                .put("content", Hex.encode(content))
                .put("hash", note.hashHex());
        json.set("note", note.toDoc());
        return json;
    }
}
