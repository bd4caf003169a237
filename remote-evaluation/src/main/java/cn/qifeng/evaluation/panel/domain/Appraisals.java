package cn.qifeng.evaluation.panel.domain;

import java.util.List;

/** Appraisals of members (考评登记). */
public interface Appraisals {

    /** Those of one expert, the newest first. */
    List<Appraisal> of(String expert);

    /** Adds one; refuses with {@link PanelRefusal#APPRAISED} a second one for the same member and evaluation. */
    void add(Appraisal appraisal);
}
