/** Commitments to score sheets and ballots (docs/evidence.md section 9). */
package cn.qifeng.trust.score;
