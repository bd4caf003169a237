/** Information that a panel needs (评标所必需的信息): its questions to the procuring entity and the answers, past the gate. */
package cn.qifeng.evaluation.information;
