package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;

/** One part of the audit. */
public interface Check {

    /** Short name for the report. */
    String name();

    /** Checks and returns how many objects were looked at; throws {@link Broken} at the first bad one. */
    int run(Dossier dossier);
}
