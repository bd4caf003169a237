/** Files that were handed over, in a folder. */
package cn.qifeng.evaluation.handover.storage;
