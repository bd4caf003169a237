package cn.qifeng.launcher.measure.superuser;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** What the drill's sabotages weaken in the running platform itself; no figure is touched. */
final class Weakening {

    private static final String UPLOAD = "00000000-0000-4000-8000-00000000000c";

    private Weakening() {}

    /**
     * From now on the database swallows every finding over a frame that a re-hash writes, and counts it away: nobody who
     * asks the platform is told of frames any more.
     */
    static void blindToFrames(Breach breach) throws SQLException {
        breach.define("create function swallow_frames() returns trigger language plpgsql as $$ begin"
                + " update log_check set differences = differences - 1 where id = new.check_id;"
                + " return null; end $$");
        breach.define("create trigger swallow_frames before insert on log_difference for each row"
                + " when (new.kind = 'FRAME') execute function swallow_frames()");
    }

    /** An upload is stored with its file's name in the clear where it would be sealed; {@link Breach#restore} removes it. */
    static void plainUpload(Breach breach) throws SQLException {
        breach.added("upload", "id = '" + UPLOAD + "'");
        breach.alter(
                "insert into upload (id, lot_ref, bidder_ref, sealed, version)"
                        + " select cast('" + UPLOAD + "' as uuid), lot_ref, bidder_ref, ?, 0 from upload"
                        + " fetch next 1 rows only",
                (Object) (Scene.MARKER + ".bin").getBytes(StandardCharsets.UTF_8));
    }
}
