/**
 * The second signature of a checkpoint: ML-DSA-44, in the form of C2SP tlog-cosignature (type 0x06). Beside the first, because
 * nobody knows yet which of the two will be broken sooner.
 */
package nl.sluiswachter.transferlog.postquantum;
