/** Questions to procuring entity and agency, and what became of them. */
package cn.qifeng.evaluation.information.domain;
