/** Use cases of handing over and receiving. */
package cn.qifeng.evaluation.handover.application;
