package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.rework.domain.Rework;
import cn.qifeng.evaluation.scoring.domain.MemberSheet;
import java.util.Optional;

/**
 * What a member works on in a re-review (本人复评内容).
 *
 * @param former the sheet on which the former report rests; empty for who sits in the place of a member who left
 */
public record OwnRework(Rework order, Optional<MemberSheet> former) {}
