/** Rules of the hall and ports to what carries and keeps it. */
package cn.qifeng.evaluation.hall.domain;
