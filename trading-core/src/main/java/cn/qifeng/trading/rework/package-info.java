/** Re-review (复评) of an evaluation that is reported and not yet awarded: asked for, approved, and what is taken back. */
package cn.qifeng.trading.rework;
